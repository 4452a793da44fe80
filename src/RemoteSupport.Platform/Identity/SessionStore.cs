using Npgsql;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Identity;

/// <summary>
/// Starts, finds and ends sessions (AC-9). The token is shown once, to the device; the table holds its hash. Whoever has to end sessions
/// calls this inside the transaction of what caused it.
/// </summary>
public sealed class SessionStore(Db db, Caller caller, LiveEvents live, TimeProvider clock)
{
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(30);

    /// <summary>Starts a session for this account on the calling device.</summary>
    public async Task<StartedSession> StartAsync(Guid accountId)
    {
        var now = clock.GetUtcNow();
        var token = OpaqueToken.New();
        var started = new StartedSession(Guid.CreateVersion7(now), token.Text, now + Session.Longest);
        await db.RunAsync(
            """
            insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at)
            values (@Id, @Hash, @accountId, @Device, @Address, @now, @now, @EndsAt, @dueAt)
            """,
            new { started.Id, token.Hash, accountId, caller.Device, caller.Address, now, started.EndsAt, dueAt = started.EndsAt + KeptAfterEnd });
        return started;
    }

    /// <summary>
    /// The running session of a token; null for anything else: malformed, unknown, ended, idle, over, deactivated. What an open page asks by itself
    /// is no use of it.
    /// </summary>
    public async Task<Session?> FindAsync(string? token, bool isUse = true, CancellationToken ct = default)
    {
        if (!OpaqueToken.TryHash(token, out var hash)) return null;
        var now = clock.GetUtcNow();
        var session = await db.FindAsync(FindSql, [Value(hash), Value(now), Value(now - Session.Idle)], Read, ct);
        if (isUse && session is not null && now - session.LastSeenAt >= Session.SeenEvery) await SeenAsync(session.Id, now);
        return session;
    }

    /// <summary>The running sessions of an account, the newest first, beginning below a session's id.</summary>
    public Task<IReadOnlyList<RunningSession>> ListAsync(Guid accountId, Guid? below, int limit, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        return db.ListAsync<RunningSession>(
            """
            select id, device, ip, started_at, last_seen_at, ends_at
            from sessions
            where account_id = @accountId and ended_at is null and ends_at > @now and last_seen_at > @idleSince
              and (@below::uuid is null or id < @below)
            order by id desc
            limit @limit
            """,
            new { accountId, now, idleSince = now - Session.Idle, below, limit }, ct);
    }

    /// <summary>Ends one session of an account; false when there is none to end.</summary>
    public async Task<bool> EndAsync(Guid accountId, Guid sessionId, string reason) =>
        await EndWhereAsync("id = @sessionId", new { accountId, sessionId, reason, now = clock.GetUtcNow() }) > 0;

    /// <summary>Ends every session of an account but one; answers how many.</summary>
    public Task<int> EndOthersAsync(Guid accountId, Guid? keep, string reason) =>
        EndWhereAsync("id is distinct from @keep", new { accountId, keep, reason, now = clock.GetUtcNow() });

    /// <summary>Their open pages hear of it when the transaction commits.</summary>
    private async Task<int> EndWhereAsync(string which, object arguments)
    {
        var ended = await db.ListAsync<Guid>(
            $"update sessions set ended_at = @now, end_reason = @reason where account_id = @accountId and ended_at is null and {which} returning id", arguments);
        foreach (var id in ended) await live.PublishAsync(LiveHub.TopicOf(id), LiveConnections.Ended);
        return ended.Count;
    }

    private Task<int> SeenAsync(Guid id, DateTimeOffset now) =>
        db.RunAsync("update sessions set last_seen_at = @now, ip = @Address where id = @id and last_seen_at < @now", new { id, now, caller.Address });

    private static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    // In the columns' order: this runs with every request.
    private static Session Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3),
        row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
        row.IsDBNull(8) ? null : row.GetGuid(8), row.IsDBNull(9) ? null : row.GetString(9), row.IsDBNull(10) ? null : row.GetString(10));

    private const string FindSql =
        """
        select s.id, s.account_id, s.last_seen_at, s.ends_at, a.name, a.email, a.kind, a.role, a.organization_id, a.language, a.time_zone
        from sessions s
        join accounts a on a.id = s.account_id
        where s.token_hash = $1 and s.ended_at is null and s.ends_at > $2 and s.last_seen_at > $3 and a.status = 'active'
        """;
}

/// <summary>A new session, with the token that only the device gets to see.</summary>
public sealed record StartedSession(Guid Id, string Token, DateTimeOffset EndsAt);

/// <summary>A session as its holder sees it in the list.</summary>
public sealed record RunningSession(Guid Id, string Device, System.Net.IPAddress Ip, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, DateTimeOffset EndsAt);
