using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Platform.Identity;

/// <summary>
/// Looks once more at who is calling, as the last step of a command's transaction: a request can take long to arrive, and meanwhile its session can have
/// ended or its account's role changed (RA-8). The session is held for share until the commit, so whoever ends it comes before or after the command, never
/// in between. What the command itself has done to its session or account is its own affair.
/// </summary>
public sealed class SessionRecheck(Db db, Caller caller, TimeProvider clock)
{
    /// <summary>Why the command must not be kept; null when it may.</summary>
    public async Task<Refusal?> RefusalAsync()
    {
        if (caller.Pass is { } pass) return await IsRunningAsync(pass) ? null : new Unauthenticated();
        if (caller.Session is not { } session) return null;
        var now = await db.FindAsync<Standing>(
            """
            select s.ended_at is null and s.ends_at > @now or s.xmin = pg_current_xact_id()::xid as is_running, s.end_reason,
                   a.status = 'active' and a.role = @Role or a.xmin = pg_current_xact_id()::xid as is_as_before
            from sessions s
            join accounts a on a.id = s.account_id
            where s.id = @Id
            for share of s
            """,
            new { session.Id, session.Role, now = clock.GetUtcNow() });
        if (now is { IsRunning: true }) return now.IsAsBefore ? null : new Forbidden();
        return session.Acting is null ? new Unauthenticated() : new RemoteLoginEnded(now?.EndReason ?? "expired");
    }

    // What the command itself has ended (the guest declines, say) is its own affair, as with sessions.
    private async Task<bool> IsRunningAsync(Pass pass) =>
        await db.FindAsync<bool>(
            "select ended_at is null and ends_at > @now or xmin = pg_current_xact_id()::xid from passes where id = @Id for share", new { pass.Id, now = clock.GetUtcNow() });

    private sealed record Standing(bool IsRunning, string? EndReason, bool IsAsBefore);
}
