using System.Globalization;
using System.Net;
using System.Text;
using Dapper;
using Microsoft.Extensions.Configuration;
using Npgsql;
using RemoteSupport.Demo.Measuring;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// Searches among 1,000,000 organizations of 200 tenants (RA-1): <c>GET /api/v1/organizations?query=</c> through a node, against the same statements
/// without HTTP, session, mediator and JSON. In the biggest tenant and in a small one, for each kind of thing that people type.
/// </summary>
internal sealed class OrganizationSearch : IBenchmark
{
    private const int Rounds = 3;
    private const double Most = 15;

    public string Name => "search";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        await new MeasuringData(database.Owner, TimeProvider.System).FillAsync("none", _ => { });
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        await using var app = DataSetup.Source(new ConfigurationBuilder().AddInMemoryCollection([new($"ConnectionStrings:{DataSetup.App}", database.AppConnection)]).Build(), DataSetup.App);
        var text = new StringBuilder();
        foreach (var tenant in new[] { MeasuringTenant.List[0], MeasuringTenant.List[^1] }) text.AppendLine(await MeasureAsync(database, app, node.Port, tenant));
        return text.ToString();
    }

    private static async Task<string> MeasureAsync(BenchDatabase database, NpgsqlDataSource app, int port, MeasuringTenant tenant)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var id = await connection.QuerySingleAsync<Guid>("select id from tenants where slug = @Slug", new { tenant.Slug });
        using var client = ClientOf(port, $"{tenant.Slug}.localhost", await SignInAsync(connection, id));
        var info = (await new TenantStore(app, TimeProvider.System).GetAsync(id))!;
        var classes = (await SearchQueries.DrawAsync(connection, id)).All().ToList();
        var table = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Search in a tenant of {tenant.Organizations} organizations, 4 clients, milliseconds\n\n")
            .AppendLine("| what is typed | bare p50 | bare p95 | ours p50 | ours p95 | ratio of p50 |")
            .AppendLine("|---|---:|---:|---:|---:|---:|");
        // All of them once, so that everything is compiled, prepared and read from disk.
        foreach (var (_, queries) in classes) await RoundAsync(queries);
        foreach (var (name, queries) in classes)
        {
            var rounds = new List<(Latencies Bare, Latencies Ours)>();
            for (var i = 0; i < Rounds; i++) rounds.Add(await RoundAsync(queries));
            table.Append(Row(name, Latencies.Median([.. rounds.Select(round => round.Bare)]), Latencies.Median([.. rounds.Select(round => round.Ours)])));
        }

        return table.ToString();

        async Task<(Latencies Bare, Latencies Ours)> RoundAsync(string[] queries) =>
            (await Latencies.MeasureAsync(queries, query => AskBareAsync(app, info, query)), await Latencies.MeasureAsync(queries, query => AskAsync(client, query)));
    }

    private static string Row(string name, Latencies bare, Latencies ours) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {bare.P50:0.0} | {bare.P95:0.0} | {ours.P50:0.0} | {ours.P95:0.0}{(ours.P95 <= Most ? "" : " OVER")} | {bare.P50 / ours.P50:0.00} |\n");

    private static async Task AskAsync(HttpClient client, string query)
    {
        using var answer = await client.GetAsync(new Uri($"/api/v1/organizations?query={Uri.EscapeDataString(query)}", UriKind.Relative));
        await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException($"{query}: {answer.StatusCode}");
    }

    private static async Task AskBareAsync(NpgsqlDataSource app, TenantInfo tenant, string query)
    {
        var tenancy = new MultiTenantContextAccessor();
        tenancy.Enter(tenant);
        await using var db = new Db(app, tenancy);
        await new FindOrganizations.Handler(db, null!, TimeProvider.System).Handle(new FindOrganizations { Query = query }, CancellationToken.None);
    }

    private static HttpClient ClientOf(int port, string host, string token)
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Host = host;
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    private static async Task<string> SignInAsync(NpgsqlConnection connection, Guid tenant)
    {
        var token = OpaqueToken.New();
        await connection.ExecuteAsync(
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
