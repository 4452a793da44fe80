using Dapper;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// What a read in a remote login costs, with and without the page visit that it leaves in the audit trail (RA-14): the members of an organization, and who one
/// is, against a bare program that reads one row by its primary key.
/// </summary>
internal sealed class RemoteRead : IBenchmark
{
    public string Name => "remote-read";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        var (person, organization, token) = await FillAsync(database);
        await using var bare = await Child.StartAsync("RemoteSupport.Benchmarks.dll", [BareApp.Verb], database.ForBare());
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        var bareLoad = new Wrk($"http://127.0.0.1:{bare.Port}/people/{person}");
        var withVisit = await new Comparison("A read in a remote login with its page visit (GET /api/v1/organizations/{id}/members) and a bare read by primary key")
            .RunAsync(bareLoad.RunAsync, Ours(node, $"/organizations/{organization}/members", token).RunAsync);
        var without = await new Comparison("A read in a remote login without one (GET /api/v1/me) and a bare read by primary key")
            .RunAsync(bareLoad.RunAsync, Ours(node, "/me", token).RunAsync);
        return withVisit + Environment.NewLine + without;
    }

    private static Wrk Ours(Child node, string path, string token) =>
        new($"http://127.0.0.1:{node.Port}/api/v1{path}", $"Host: {BenchDatabase.Host}", $"Authorization: Bearer {token}");

    private static async Task<(Guid Person, Guid Organization, string Token)> FillAsync(BenchDatabase database)
    {
        var (now, token) = (TimeProvider.System.GetUtcNow(), OpaqueToken.New());
        var (person, organization) = (Guid.CreateVersion7(now), Guid.CreateVersion7(now));
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(FillSql, new { tenant = database.Tenant.ToString(), person, organization, hash = token.Hash, now });
        await transaction.CommitAsync();
        return (person, organization, token.Text);
    }

    private const string FillSql =
        """
        select set_config('app.tenant', @tenant, true);
        insert into organizations (id, name, country, language, time_zone, managed_by, created_by, created_at)
        values (@organization, 'Bench', 'IT', 'en', 'Europe/Rome', 'service_provider', 'partner', @now);
        insert into accounts (id, email, email_key, name, kind, role, status, password_hash, language, time_zone, created_at)
        values (@person, 'remote-read@bench.example', 'remote-read@bench.example', 'Supporter', 'partner', 'supporter', 'active', 'none', 'en', 'Europe/Rome', @now);
        insert into accounts (id, email, email_key, name, kind, role, organization_id, status, password_hash, created_at)
        select gen_random_uuid(), 'm' || i || '@customer.example', 'm' || i || '@customer.example', 'Member ' || i, 'organization', 'member', @organization, 'active', 'none', @now
        from generate_series(1, 5) i;
        insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at, parent_id, acting_as, acting_in)
        values (gen_random_uuid(), @hash, @person, 'wrk', '127.0.0.1', @now, @now, @now + interval '8 hours', @now + interval '30 days', gen_random_uuid(), 'owner', @organization);
        create table if not exists bare_people (id uuid primary key, name text, email text, language text, time_zone text, kind text, role text);
        insert into bare_people select id, name, email, language, time_zone, kind, role from accounts where id = @person;
        grant select on bare_people to app;
        """;
}
