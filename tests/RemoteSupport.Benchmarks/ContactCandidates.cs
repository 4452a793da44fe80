using System.Globalization;
using System.Net;
using System.Text;
using Dapper;
using Microsoft.Extensions.Configuration;
using Npgsql;
using RemoteSupport.Features.SupportContacts;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// Candidates while typing among 20,000 partner users of a tenant, beside another tenant of as many (SC-5): <c>GET /api/v1/support-contact-candidates?query=</c>
/// through a node, against the same statement without HTTP, session, mediator and JSON.
/// </summary>
internal sealed class ContactCandidates : IBenchmark
{
    private const int Users = 20_000;
    private const int Rounds = 3;
    private const int Samples = 400;
    private const double Most = 20;

    public string Name => "contact-candidates";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        await using var owner = await database.Owner.OpenConnectionAsync();
        var tenant = await FillAsync(owner, "candidates");
        await FillAsync(owner, "neighbours");
        await owner.ExecuteAsync("vacuum (analyze) accounts, partner_user_tails");
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        await using var app = DataSetup.Source(new ConfigurationBuilder().AddInMemoryCollection([new($"ConnectionStrings:{DataSetup.App}", database.AppConnection)]).Build(), DataSetup.App);
        var info = (await new TenantStore(app, TimeProvider.System).GetAsync(tenant))!;
        using var client = ClientOf(node.Port, await SignInAsync(owner, tenant));
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Candidates among {Users} partner users, 4 clients, milliseconds\n\n")
            .AppendLine("| what is typed | bare p50 | bare p95 | ours p50 | ours p95 | ratio of p50 |")
            .AppendLine("|---|---:|---:|---:|---:|---:|");
        var classes = await DrawAsync(owner, tenant);
        foreach (var (_, queries) in classes) await RoundAsync(queries);
        foreach (var (name, queries) in classes)
        {
            var rounds = new List<(Latencies Bare, Latencies Ours)>();
            for (var i = 0; i < Rounds; i++) rounds.Add(await RoundAsync(queries));
            text.Append(Row(name, Latencies.Median([.. rounds.Select(round => round.Bare)]), Latencies.Median([.. rounds.Select(round => round.Ours)])));
        }

        return text.ToString();

        async Task<(Latencies Bare, Latencies Ours)> RoundAsync(string[] queries) =>
            (await Latencies.MeasureAsync(queries, query => AskBareAsync(app, info, query)), await Latencies.MeasureAsync(queries, query => AskAsync(client, query)));
    }

    private static string Row(string name, Latencies bare, Latencies ours) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {bare.P50:0.0} | {bare.P95:0.0} | {ours.P50:0.0} | {ours.P95:0.0}{(ours.P95 <= Most ? "" : " OVER")} | {bare.P50 / ours.P50:0.00} |\n");

    private static async Task AskAsync(HttpClient client, string query)
    {
        using var answer = await client.GetAsync(new Uri($"/api/v1/support-contact-candidates?limit=10&query={Uri.EscapeDataString(query)}", UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{query}: {answer.StatusCode}");
    }

    private static async Task AskBareAsync(NpgsqlDataSource app, TenantInfo tenant, string query)
    {
        var tenancy = new MultiTenantContextAccessor();
        tenancy.Enter(tenant);
        await using var db = new Db(app, tenancy);
        var caller = new Caller { Session = new Session(Guid.Empty, Guid.Empty, default, default, "", "", "partner", "supporter", null, null, null) };
        await new FindSupportContactCandidates.Handler(db, caller).Handle(new FindSupportContactCandidates { Query = query }, CancellationToken.None);
    }

    private static HttpClient ClientOf(int port, string token)
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Host = "candidates.localhost";
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>A tenant with people whose names are as frequent as names are.</summary>
    private static async Task<Guid> FillAsync(NpgsqlConnection owner, string slug)
    {
        var now = TimeProvider.System.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await using var transaction = await owner.BeginTransactionAsync();
        await owner.ExecuteAsync("select set_config('app.tenant', @id, true)", new { id = id.ToString() });
        await owner.ExecuteAsync(
            """
            insert into tenants (id, slug, created_at) values (@id, @slug, @now);
            insert into tenant_settings (name, accent_color, support_email, country, default_language, languages, time_zone)
            values (@slug, '#2457b8', 'help@bench.example', 'IT', 'it', '{en,it,es,de}', 'Europe/Rome');
            insert into accounts (id, email, email_key, name, kind, role, status, password_hash, created_at)
            select gen_random_uuid(), address, address, first || ' ' || last, 'partner', 'supporter', 'active', 'none', @now
            from (
              select (array['Anna', 'Marco', 'Jürgen', 'Luís', 'Giulia', 'Petra', 'François', 'Elena', 'José', 'Katharina', 'Wolfgang', 'María', 'Paolo'])[1 + n * 7 % 13] as first,
                     (array['Rossi', 'Bianchi', 'Müller', 'Schneider', 'García', 'López', 'Weber', 'Esposito', 'Hoffmann', 'Fernández', 'Ricci', 'Wagner', 'Romano', 'Schäfer',
                            'Moreno', 'Conti', 'Bauer'])[1 + n * 11 % 17] || translate(left(md5(n::text), 3), '0123456789', 'aeioulnrst') as last, n
              from generate_series(1, @Users) n) p
            cross join lateral (select translate(lower(first || '.' || last), 'üíáéçóä', 'uiaecoa') || n || '@' || @slug || '.example' as address) a
            """,
            new { id, slug, now, Users });
        await transaction.CommitAsync();
        return id;
    }

    private static async Task<(string Class, string[] Queries)[]> DrawAsync(NpgsqlConnection owner, Guid tenant)
    {
        var people = (await owner.QueryAsync<(string Name, string Email)>(
            "select name, email from accounts where tenant_id = @tenant order by md5(id::text) limit @Samples", new { tenant, Samples })).AsList();
        string[] Of(Func<(string Name, string Email), string> query) => [.. people.Select(query)];
        return
        [
            ("1 letter", Of(one => one.Name[..1])), ("2 letters", Of(one => one.Name[..2])), ("3 letters", Of(one => one.Name[..3])),
            ("a first name", Of(one => one.Name.Split(' ')[0])), ("a surname", Of(one => one.Name.Split(' ')[1])), ("a whole name", Of(one => one.Name)),
            ("the middle of a word", Of(one => one.Name.Split(' ')[1][2..6])), ("an address", Of(one => one.Email)), ("the end of all addresses", Of(_ => ".example")),
            ("no hit", Of(one => one.Name[..3] + "qx")),
        ];
    }

    private static async Task<string> SignInAsync(NpgsqlConnection owner, Guid tenant)
    {
        var token = OpaqueToken.New();
        await owner.ExecuteAsync(
            """
            insert into sessions (tenant_id, id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at)
            select a.tenant_id, gen_random_uuid(), @Hash, a.id, 'bench', '127.0.0.1', @now, @now, @now + interval '30 days', @now + interval '60 days'
            from accounts a
            where a.tenant_id = @tenant
            limit 1
            """,
            new { token.Hash, tenant, now = TimeProvider.System.GetUtcNow() });
        return token.Text;
    }
}
