using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Dapper;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// 100,000 grants of one tenant that end at the same moment, with somebody inside on every tenth: nobody is let in from that moment on, and how long it
/// takes until all are closed, their logins ended, and their owners' mails queued.
/// </summary>
internal sealed class GrantsEnding : IBenchmark
{
    private const int Grants = 100_000;
    private const int Tried = 200;

    public string Name => "grants-ending";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        var tokens = Enumerable.Range(0, Grants / 10).Select(_ => OpaqueToken.New()).ToArray();
        var end = await SeedAsync(database, [.. tokens.Select(token => token.Hash)]);
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        var insideBefore = await LetInAsync(node.Port, tokens);
        await UntilAsync(end);

        var watch = Stopwatch.StartNew();
        var insideAfter = await LetInAsync(node.Port, tokens);
        var first = await WatchAsync(database, "select count(*) from access_requests where state = 'expired'", count => count > 0, watch);
        var closed = await WatchAsync(database, "select count(*) from access_requests where state = 'approved'", count => count == 0, watch);
        await CheckAsync(database);
        return string.Create(CultureInfo.InvariantCulture, $"""
            {Grants} grants end at once, {tokens.Length} people are inside on them

            | | |
            |---|---:|
            | let in before the end, of {Tried} | {insideBefore} |
            | let in from the end on, before any job came | {insideAfter} |
            | until the job came (it looks every 15 s) | {first.TotalSeconds:0.0} s |
            | from then until all were closed, all logins ended, all mails queued | {(closed - first).TotalSeconds:0.0} s |
            | grants a second | {Grants / (closed - first).TotalSeconds:0} |

            """);
    }

    private static async Task<DateTimeOffset> SeedAsync(BenchDatabase database, byte[][] hashes)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(SeedSql, new { tenant = database.Tenant.ToString(), Grants, hashes, now = TimeProvider.System.GetUtcNow() }, commandTimeout: 600);
        var end = TimeProvider.System.GetUtcNow().AddSeconds(30);
        await connection.ExecuteAsync("update access_requests set expires_at = @end, due_at = @end; update sessions set ends_at = @end where grant_id is not null", new { end }, commandTimeout: 600);
        await transaction.CommitAsync();
        await connection.ExecuteAsync("analyze access_requests, organizations, accounts, sessions, remote_logins", commandTimeout: 600);
        return end;
    }

    private static async Task<int> LetInAsync(int port, OpaqueToken[] tokens)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Host = BenchDatabase.Host;
        var letIn = 0;
        for (var i = 0; i < Tried; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/me");
            request.Headers.Authorization = new("Bearer", tokens[RandomNumberGenerator.GetInt32(tokens.Length)].Text);
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.OK) letIn++;
        }

        return letIn;
    }

    private static async Task UntilAsync(DateTimeOffset time)
    {
        var left = time - TimeProvider.System.GetUtcNow();
        if (left > TimeSpan.Zero) await Task.Delay(left);
    }

    private static async Task<TimeSpan> WatchAsync(BenchDatabase database, string sql, Func<long, bool> isThere, Stopwatch watch)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        while (!isThere(await connection.ExecuteScalarAsync<long>(sql)))
        {
            if (watch.Elapsed > TimeSpan.FromMinutes(10)) throw new TimeoutException("It takes too long.");
            await Task.Delay(100);
        }

        return watch.Elapsed;
    }

    private static async Task CheckAsync(BenchDatabase database)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var (mails, inside) = (
            await connection.ExecuteScalarAsync<long>("select count(*) from messages where message = 'access-ended'"),
            await connection.ExecuteScalarAsync<long>("select count(*) from remote_logins where ended_at is null"));
        if ((mails, inside) != (Grants, 0)) throw new InvalidOperationException($"{mails} mails are queued, and {inside} people still inside.");
    }

    private const string SeedSql =
        """
        select set_config('app.tenant', @tenant, true);
        insert into organizations (id, name, country, language, time_zone, managed_by, created_by, created_at)
        select md5('o' || i)::uuid, 'Bottega ' || i, 'IT', 'it', 'Europe/Rome', 'customer', 'partner', @now from generate_series(1, @Grants) i;
        insert into accounts (id, email, email_key, name, kind, role, organization_id, status, password_hash, created_at)
        select md5('a' || i)::uuid, 'owner' || i || '@bench.example', 'owner' || i || '@bench.example', 'Owner ' || i, 'organization', 'owner', md5('o' || i)::uuid, 'active', 'x', @now
        from generate_series(1, @Grants) i;
        insert into accounts (id, email, email_key, name, kind, role, status, password_hash, created_at)
        values (md5('s')::uuid, 'supporter@bench.example', 'supporter@bench.example', 'Supporter', 'partner', 'supporter', 'active', 'x', @now);
        insert into access_requests (id, organization_id, requester_id, state, requested_duration, granted_duration, created_at, lapses_at, decided_at, decided_by, expires_at, due_at)
        select md5('g' || i)::uuid, md5('o' || i)::uuid, md5('s')::uuid, 'approved', '1 hour', '1 hour', @now, @now, @now, md5('a' || i)::uuid, @now, @now
        from generate_series(1, @Grants) i;
        insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at)
        values (md5('p')::uuid, decode(md5('p'), 'hex'), md5('s')::uuid, 'bench', '127.0.0.1', @now, @now, @now + interval '1 day', @now + interval '1 day');
        insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at, parent_id, acting_as, acting_in, grant_id)
        select md5('l' || i)::uuid, hash, md5('s')::uuid, 'bench', '127.0.0.1', @now, @now, @now + interval '1 hour', @now + interval '1 day', md5('p')::uuid, 'super_admin', md5('o' || i)::uuid, md5('g' || i)::uuid
        from unnest(@hashes::bytea[]) with ordinality as h (hash, i);
        insert into remote_logins (id, organization_id, account_id, role, grant_id, ip, started_at, due_at)
        select id, acting_in, account_id, 'super_admin', grant_id, ip, started_at, @now + interval '1 day' from sessions where grant_id is not null
        """;
}
