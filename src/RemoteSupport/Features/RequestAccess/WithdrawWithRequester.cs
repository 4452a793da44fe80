using MediatR;
using RemoteSupport.Features.PartnerUsers;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>
/// Whoever is shut out asks for nothing any more: their open requests are withdrawn in the same transaction, and somebody else can ask. Granted access stays, it
/// is the team's (RA-9). The organizations' turn is not taken: the requester's account is held, whoever approves looks at it before the request, and the
/// request's own row decides; taking turns after the account would be the wrong way round.
/// </summary>
internal sealed class WithdrawWithRequester(Db db, LiveEvents live, TimeProvider clock) : INotificationHandler<PartnerUserDeactivated>
{
    public async Task Handle(PartnerUserDeactivated notification, CancellationToken cancellationToken)
    {
        var organizations = await db.ListAsync<Guid>(
            """
            update access_requests set state = 'cancelled', ended_at = @now, ended_by = @By, due_at = null
            where requester_id = @AccountId and state = 'pending' and lapses_at > @now
            returning organization_id
            """,
            new { notification.AccountId, notification.By, now = clock.GetUtcNow() }, cancellationToken);
        if (organizations.Count > 0) await live.PublishAllAsync([Topics.Support, .. organizations.Select(Topics.Organization)], Topics.Access);
    }
}
