using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Identity;

/// <summary>
/// The sessions of remote logins (AC-9, RA-12). Whoever revokes, shortens, lengthens, suspends or otherwise changes what let somebody in calls this inside
/// the transaction of the change: so one read of the session answers everything.
/// </summary>
public sealed class ActingSessions(Db db, Caller caller, SessionEnding ending, LiveEvents live, TimeProvider clock)
{
    /// <summary>What an open page of a remote login is told when its end has moved.</summary>
    public const string Moved = "moved";

    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(30);

    /// <summary>
    /// Starts one from the caller's own session, until the grant ends at the latest; null when the caller's session has just ended.
    /// </summary>
    public async Task<StartedSession?> StartAsync(Acting acting, DateTimeOffset? grantedUntil)
    {
        ArgumentNullException.ThrowIfNull(acting);
        var (now, from, token) = (clock.GetUtcNow(), caller.SignedIn, OpaqueToken.New());
        var endsAt = new[] { now + Acting.Longest, from.EndsAt, grantedUntil ?? DateTimeOffset.MaxValue }.Min();
        var started = new StartedSession(Guid.CreateVersion7(now), token.Text, endsAt);
        var isStarted = await db.RunAsync(
            """
            with parent as (select from sessions where id = @Parent and ended_at is null for share)
            insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at, parent_id, acting_as, acting_in, grant_id)
            select @Id, @Hash, @AccountId, @Device, @Address, @now, @now, @EndsAt, @dueAt, @Parent, @Role, @OrganizationId, @GrantId from parent
            """,
            new
            {
                Parent = from.Id, started.Id, token.Hash, from.AccountId, caller.Device, caller.Address, now, started.EndsAt, dueAt = endsAt + KeptAfterEnd,
                acting.Role, acting.OrganizationId, acting.GrantId,
            });
        return isStarted == 1 ? started : null;
    }

    /// <summary>Ends one remote login.</summary>
    public Task<int> EndAsync(Guid id, string reason, Guid? by = null) => ending.EndAsync("id = @id and acting_as is not null", reason, new { id }, by);

    /// <summary>Ends those whose time is over by the clock: they were refused already.</summary>
    public Task<int> EndAsync(IReadOnlyCollection<Guid> ids, string reason) => ending.EndAsync("id = any (@ids) and acting_as is not null", reason, new { ids = ids.ToArray() });

    /// <summary>Ends everybody's logins under these grants.</summary>
    public Task<int> EndOfGrantsAsync(IReadOnlyCollection<Guid> grants, string reason, Guid? by = null) =>
        ending.EndAsync("grant_id = any (@grants)", reason, new { grants = grants.ToArray() }, by);

    /// <summary>Ends everybody's logins in an organization.</summary>
    public Task<int> EndOfOrganizationAsync(Guid organizationId, string reason, Guid? by = null) =>
        ending.EndAsync("acting_in = @organizationId", reason, new { organizationId }, by);

    /// <summary>Ends one person's logins in an organization, in every tab and program.</summary>
    public Task<int> EndOfPersonAsync(Guid organizationId, Guid accountId, string reason, Guid? by = null) =>
        ending.EndAsync("acting_in = @organizationId and account_id = @accountId", reason, new { organizationId, accountId }, by);

    /// <summary>Ends everybody's logins in a tenant. The operator is not held by the fence, so the tenant is named.</summary>
    public Task<int> EndOfTenantAsync(Guid tenantId, string reason) => ending.EndAsync("tenant_id = @tenantId and acting_as is not null", reason, new { tenantId });

    /// <summary>The grant ends sooner or later than before: its running logins follow, within their other limits. What is over stays over.</summary>
    public async Task MoveEndAsync(Guid grantId, DateTimeOffset expiresAt)
    {
        var moved = await db.ListAsync<MovedEnd>(
            """
            update sessions s set ends_at = least(@expiresAt, s.started_at + @Longest, p.ends_at)
            from sessions p
            where s.grant_id = @grantId and s.ended_at is null and s.ends_at > @now and p.id = s.parent_id
            returning s.id, s.ends_at
            """,
            new { grantId, expiresAt, Acting.Longest, now = clock.GetUtcNow() });
        foreach (var end in moved.GroupBy(session => session.EndsAt)) await live.PublishAllAsync([.. end.Select(session => LiveHub.TopicOf(session.Id))], Moved, end.Key);
    }

    private sealed record MovedEnd(Guid Id, DateTimeOffset EndsAt);
}
