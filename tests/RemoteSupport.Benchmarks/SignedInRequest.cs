using System.Globalization;
using Dapper;
using Npgsql;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// What every signed-in request costs: <c>GET /api/v1/me</c> through the whole pipeline (tenant, session, limits, mediator, log) against a bare
/// program that reads one row by its primary key.
/// </summary>
internal sealed class SignedInRequest : IBenchmark
{
    private const int People = 2_000;

    public string Name => "signed-in-request";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        var (id, token) = await FillAsync(database.Owner);
        await using var bare = await Child.StartAsync("RemoteSupport.Benchmarks.dll", [BareApp.Verb], Bare(database));
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], Node(database));
        var (bareLoad, ourLoad) = (
            new Wrk($"http://127.0.0.1:{bare.Port}/people/{id}"),
            new Wrk($"http://127.0.0.1:{node.Port}/api/v1/me", "Host: bench.localhost", $"Authorization: Bearer {token}"));
        return await new Comparison("A signed-in request (GET /api/v1/me) and a bare read by primary key", 0.6).RunAsync(bareLoad.RunAsync, ourLoad.RunAsync);
    }

    private static Dictionary<string, string> Bare(BenchDatabase database) => new()
    {
        ["ConnectionStrings__Postgres"] = new NpgsqlConnectionStringBuilder(database.AppConnection) { MaxAutoPrepare = 100 }.ConnectionString,
    };

    private static Dictionary<string, string> Node(BenchDatabase database) => new()
    {
        ["ConnectionStrings__Postgres"] = database.AppConnection,
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Keys__Master"] = Convert.ToBase64String(new byte[32]),
        ["Limits__Everything"] = int.MaxValue.ToString(CultureInfo.InvariantCulture),
        ["Logging__Console__FormatterName"] = "json",
        ["Logging__LogLevel__Microsoft"] = "Warning",
    };

    /// <summary>A tenant with people who are all signed in; one of them is the one who asks.</summary>
    private static async Task<(Guid Id, string Token)> FillAsync(NpgsqlDataSource owner)
    {
        var (now, token) = (TimeProvider.System.GetUtcNow(), OpaqueToken.New());
        var (tenant, me) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(FillSql, new { tenant, me, hash = token.Hash, now, asText = tenant.ToString(), People });
        await transaction.CommitAsync();
        await connection.ExecuteAsync("analyze accounts, sessions, bare_people");
        return (me, token.Text);
    }

    private const string FillSql =
        """
        insert into tenants (id, slug, created_at) values (@tenant, 'bench', @now);
        select set_config('app.tenant', @asText, true);
        insert into tenant_settings (name, accent_color, support_email, country, default_language, languages, time_zone)
        values ('Bench', '#2457b8', 'help@bench.example', 'IT', 'en', '{en,it,es,de}', 'Europe/Rome');
        insert into accounts (id, email, email_key, name, kind, role, status, password_hash, language, time_zone, created_at)
        select case i when 1 then @me else gen_random_uuid() end, 'person' || i || '@bench.example', 'person' || i || '@bench.example', 'Person ' || i,
               'partner', 'supporter', 'active', 'none', 'en', 'Europe/Rome', @now
        from generate_series(1, @People) i;
        insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at)
        select gen_random_uuid(), case a.id when @me then @hash else sha256(uuid_send(a.id)) end, a.id, 'wrk', '127.0.0.1', @now, @now, @now + interval '30 days', @now + interval '60 days'
        from accounts a;
        create table bare_people (id uuid primary key, name text, email text, language text, time_zone text, kind text, role text);
        insert into bare_people select id, name, email, language, time_zone, kind, role from accounts;
        grant select on bare_people to app;
        """;
}
