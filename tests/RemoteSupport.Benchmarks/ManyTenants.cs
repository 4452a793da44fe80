using System.Globalization;
using System.Text;
using Dapper;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Benchmarks;

/// <summary>What one request costs when there are 2 tenants and when there are 10,000, the requests going to each of them in turn.</summary>
internal sealed class ManyTenants : IBenchmark
{
    private const int Few = 2;
    private const int Many = 10_000;

    public string Name => "many-tenants";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        var people = Enumerable.Range(0, Many).Select(number => (Slug: $"many-{number}", Token: OpaqueToken.New())).ToList();
        await AddAsync(database, people[..Few]);
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        var few = await MeasureAsync(node, people[..Few]);
        await AddAsync(database, people[Few..]);
        var many = await MeasureAsync(node, people);
        return string.Create(CultureInfo.InvariantCulture, $"""
            GET /api/v1/me, going round all tenants

            | tenants | a second | p50 ms | p99 ms |
            |---:|---:|---:|---:|
            | {Few} | {few.PerSecond:0} | {few.P50:0.00} | {few.P99:0.00} |
            | {Many} | {many.PerSecond:0} | {many.P50:0.00} | {many.P99:0.00} |

            Ratio {many.PerSecond / few.PerSecond:0.00}

            """);
    }

    /// <summary>Three rounds after a warm-up in which every tenant has been asked at least once; the median.</summary>
    private static async Task<Round> MeasureAsync(Child node, IReadOnlyList<(string Slug, OpaqueToken Token)> people)
    {
        var load = new Wrk($"http://127.0.0.1:{node.Port}/api/v1/me") { Script = RoundRobin(people) };
        await load.RunAsync(12);
        var rounds = new List<Round>();
        for (var round = 0; round < 3; round++) rounds.Add(await load.RunAsync(5));
        return rounds.OrderBy(round => round.PerSecond).ElementAt(1);
    }

    private static string RoundRobin(IReadOnlyList<(string Slug, OpaqueToken Token)> people)
    {
        var script = new StringBuilder("local people = {\n");
        foreach (var (slug, token) in people) script.Append(CultureInfo.InvariantCulture, $"{{'{slug}.localhost','Bearer {token.Text}'}},\n");
        return script.Append(
            """
            }
            local turn = math.random(#people)
            request = function()
              turn = turn % #people + 1
              return wrk.format('GET', '/api/v1/me', { Host = people[turn][1], Authorization = people[turn][2] })
            end
            """).ToString();
    }

    private static async Task AddAsync(BenchDatabase database, IReadOnlyList<(string Slug, OpaqueToken Token)> people)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        await connection.ExecuteAsync(
            AddSql,
            new { ids = people.Select(_ => Guid.CreateVersion7(TimeProvider.System.GetUtcNow())).ToArray(), slugs = people.Select(person => person.Slug).ToArray(), hashes = people.Select(person => person.Token.Hash).ToArray(), now = TimeProvider.System.GetUtcNow() });
        await connection.ExecuteAsync("analyze tenants, tenant_settings, accounts, sessions");
    }

    private const string AddSql =
        """
        create temporary table added as select * from unnest(@ids, @slugs, @hashes) as t (id, slug, hash);
        insert into tenants (id, slug, created_at) select id, slug, @now from added;
        insert into tenant_settings (tenant_id, name, accent_color, support_email, country, default_language, languages, time_zone)
        select id, slug, '#2457b8', 'help@' || slug || '.example', 'IT', 'en', '{en,it,es,de}', 'Europe/Rome' from added;
        insert into accounts (tenant_id, id, email, email_key, name, kind, role, status, password_hash, language, time_zone, created_at)
        select id, id, 'a@' || slug || '.example', 'a@' || slug || '.example', 'Person', 'partner', 'supporter', 'active', 'none', 'en', 'Europe/Rome', @now from added;
        insert into sessions (tenant_id, id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at)
        select id, id, hash, id, 'wrk', '127.0.0.1', @now, @now, @now + interval '30 days', @now + interval '60 days' from added;
        drop table added;
        """;
}
