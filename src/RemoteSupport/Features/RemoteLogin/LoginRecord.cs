using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Keeps who went in, and tells the owner where that is due (RA-13, RA-15).</summary>
internal sealed class LoginRecord(Db db, Caller caller, Outbox outbox, TimeProvider clock)
{
    /// <summary>Writes a login that has just begun.</summary>
    public async Task AddAsync(Guid id, OpenEntrance open)
    {
        var (now, who, acting) = (clock.GetUtcNow(), caller.SignedIn, open.Acting);
        await db.RunAsync(
            """
            insert into remote_logins (id, organization_id, account_id, role, grant_id, ip, started_at, due_at)
            values (@id, @OrganizationId, @AccountId, @Role, @GrantId, @Address, @now, @dueAt)
            """,
            new { id, acting.OrganizationId, who.AccountId, acting.Role, acting.GrantId, caller.Address, now, dueAt = now + Acting.Idle });
        if (await OwnerToTellAsync(acting, who.AccountId) is { } owner)
            await outbox.QueueAsync(owner, words => new SupporterEnteredEmail(
                who.Name, open.OrganizationName, words.Instant(now), open.GrantedUntil is { } until ? words.Instant(until) : "", words.LinkTo("/manage/remote-support"))
            { About = acting.GrantId is { } grant ? $"access-{grant:N}" : null });
    }

    /// <summary>
    /// Under a grant, unless turned off. Where the service provider manages, only when somebody comes back whom the customer had sent away.
    /// </summary>
    private Task<Recipient?> OwnerToTellAsync(Acting acting, Guid accountId) =>
        db.FindAsync<Recipient>(
            """
            select a.email as address, a.name, coalesce(a.language, o.language) as language, coalesce(a.time_zone, o.time_zone) as time_zone
            from accounts a
            join organization_gates o on o.id = a.organization_id
            where a.organization_id = @OrganizationId and a.role = 'owner' and a.status = 'active'
              and case when @GrantId::uuid is null
                then exists (select from remote_logins l where l.organization_id = a.organization_id and l.account_id = @accountId and l.end_reason = 'ended_by_customer')
                else not exists (select from remote_support_settings s where s.organization_id = a.organization_id and not s.tells_owner) end
            """,
            new { acting.OrganizationId, acting.GrantId, accountId });
}
