using MediatR;
using RemoteSupport.Features.Invitations;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls;

/// <summary>
/// What the end of an invitation does to its call, in the same transaction: cancelling ends it, whatever it is at; when only the link's time is over, a call
/// that rings is missed, and a running one goes on (IN-6).
/// </summary>
internal sealed class FollowInvitations(Db db, CallEnding ending) : INotificationHandler<InvitationCancelled>, INotificationHandler<InvitationExpired>
{
    public async Task Handle(InvitationCancelled notification, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(notification.InvitationId, cancellationToken) is { } call) await ending.EndAsync(call, CallEnding.Cancelled);
    }

    public async Task Handle(InvitationExpired notification, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(notification.InvitationId, cancellationToken) is { State: "ringing" } call) await ending.EndAsync(call, CallEnding.Expired);
    }

    private Task<Call?> FindOpenAsync(Guid invitationId, CancellationToken ct) =>
        db.FindAsync<Call>($"{Call.Sql} where c.invitation_id = @invitationId and c.ended_at is null for update of c", new { invitationId }, ct);
}
