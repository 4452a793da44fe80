using Npgsql;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Identity;

/// <summary>
/// Starts, finds and ends sessions (AC-9). The token is shown once, to the device; the table holds its hash. Whoever has to end sessions
/// calls this inside the transaction of what caused it.
/// </summary>
public sealed class SessionStore(Db db, Caller caller, SessionEnding ending, TimeProvider clock)
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
    /// What a token stands for; null for anything malformed or unknown, and for a session that is over: ended, idle, past its end, deactivated. Of a remote
    /// login that is over, the reason is told. What an open page asks by itself is no use of it.
    /// </summary>
    public async Task<FoundSession?> FindAsync(string? token, bool isUse = true, CancellationToken ct = default)
    {
        if (!OpaqueToken.TryHash(token, out var hash)) return null;
        var found = await db.FindAsync(FindSql, [new NpgsqlParameter<byte[]> { TypedValue = hash }], Read, ct);
        if (found is null) return null;
        var (session, now) = (found.Session, clock.GetUtcNow());
        if (EndReasonOf(found, now) is { } reason) return session.Acting is null ? null : found with { EndReason = reason };
        if (isUse && now - session.LastSeenAt >= Session.SeenEvery) await SeenAsync(session.Id, now);
        return found;
    }

    /// <summary>The running sessions of an account, the newest first, beginning below a session's id.</summary>
    public Task<IReadOnlyList<RunningSession>> ListAsync(Guid accountId, Guid? below, int limit, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow();
        return db.ListAsync<RunningSession>(
            """
            select id, device, ip, started_at, last_seen_at, ends_at
            from sessions
            where account_id = @accountId and acting_as is null and ended_at is null and ends_at > @now and last_seen_at > @idleSince
              and (@below::uuid is null or id < @below)
            order by id desc
            limit @limit
            """,
            new { accountId, now, idleSince = now - Session.Idle, below, limit }, ct);
    }

    /// <summary>Ends one session of an account; false when there is none to end.</summary>
    public async Task<bool> EndAsync(Guid accountId, Guid sessionId, string reason) =>
        await ending.EndAsync("account_id = @accountId and id = @sessionId", reason, new { accountId, sessionId }) > 0;

    /// <summary>Ends every session of an account but one and the remote logins that came from it; answers how many.</summary>
    public Task<int> EndOthersAsync(Guid accountId, Guid? keep, string reason) =>
        ending.EndAsync("account_id = @accountId and id is distinct from @keep and (@keep::uuid is null or parent_id is distinct from @keep)", reason, new { accountId, keep });

    private static string? EndReasonOf(FoundSession found, DateTimeOffset now)
    {
        if (found.EndReason is not null) return found.EndReason;
        if (!found.IsAccountActive) return "deactivated";
        if (found.Session.OverAt > now) return null;
        return found.Session.OverAt == found.Session.EndsAt ? "expired" : "idle";
    }

    private Task<int> SeenAsync(Guid id, DateTimeOffset now) =>
        db.RunAsync("update sessions set last_seen_at = @now, ip = @Address where id = @id and last_seen_at < @now", new { id, now, caller.Address });

    // In the columns' order: this runs with every request.
    private static FoundSession Read(NpgsqlDataReader row) => new(
        new Session(
            row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2), row.GetFieldValue<DateTimeOffset>(3),
            row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7),
            row.IsDBNull(8) ? null : row.GetGuid(8), row.IsDBNull(9) ? null : row.GetString(9), row.IsDBNull(10) ? null : row.GetString(10),
            row.IsDBNull(11) ? null : new Acting(row.GetString(11), row.GetGuid(12), row.IsDBNull(13) ? null : row.GetGuid(13))),
        row.GetBoolean(14), row.IsDBNull(15) ? null : row.GetString(15), row.GetString(16));

    private const string FindSql =
        """
        select s.id, s.account_id, s.last_seen_at, s.ends_at, a.name, a.email, a.kind, a.role, a.organization_id, a.language, a.time_zone,
               s.acting_as, s.acting_in, s.grant_id, a.status = 'active', s.end_reason, pg_current_snapshot()::text
        from sessions s
        join accounts a on a.id = s.account_id
        where s.token_hash = $1
        """;
}

/// <summary>What a token stands for.</summary>
/// <param name="Session">As it is, or was.</param>
/// <param name="IsAccountActive">False once its account is deactivated.</param>
/// <param name="EndReason">Why it is over; null while it runs.</param>
/// <param name="Snapshot">What the database had when it was found: whatever is read for the same request has that, and perhaps more.</param>
public sealed record FoundSession(Session Session, bool IsAccountActive, string? EndReason, string Snapshot);

/// <summary>A new session, with the token that only the device gets to see.</summary>
public sealed record StartedSession(Guid Id, string Token, DateTimeOffset EndsAt);

/// <summary>A session as its holder sees it in the list.</summary>
public sealed record RunningSession(Guid Id, string Device, System.Net.IPAddress Ip, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, DateTimeOffset EndsAt);
