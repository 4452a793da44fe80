using MediatR;
using RemoteSupport.Features.PartnerUsers;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Invitations;

/// <summary>Nobody is invited in the name of somebody who is there no more: what a partner user has open is taken back with their account.</summary>
internal sealed class WithdrawWithInviter(Db db, InvitationEnd end) : INotificationHandler<PartnerUserDeactivated>
{
    public async Task Handle(PartnerUserDeactivated notification, CancellationToken cancellationToken)
    {
        var open = await db.ListAsync<Guid>("select id from support_invitations where inviter_id = @AccountId and due_at is not null for no key update", new { notification.AccountId }, cancellationToken);
        foreach (var id in open) await end.CancelAsync(id, cancellationToken);
    }
}
