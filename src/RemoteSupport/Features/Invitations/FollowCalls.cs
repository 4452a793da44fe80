using MediatR;
using RemoteSupport.Features.Calls;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Invitations;

/// <summary>
/// What its calls do to an invitation, in the same transaction: its story tells them; a running call outlives the link, so the guest's pass does, too; and
/// with the end of a call in which people were the invitation is done (IN-6).
/// </summary>
internal sealed class FollowCalls(InvitationStory story, InvitationEnd end, InvitationLinks links, PassStore passes)
    : INotificationHandler<CallRang>, INotificationHandler<CallAnswered>, INotificationHandler<CallMissed>, INotificationHandler<CallDone>
{
    public Task Handle(CallRang notification, CancellationToken cancellationToken) => story.AddAsync(notification.InvitationId, "called");

    public async Task Handle(CallAnswered notification, CancellationToken cancellationToken)
    {
        await story.AddAsync(notification.InvitationId, "in_call");
        var (link, call) = ((await links.FindAsync(notification.InvitationId, cancellationToken))!.ExpiresAt, notification.At + InvitationRules.LongestCall);
        await passes.MoveAsync(notification.InvitationId, link > call ? link : call);
    }

    // Of one that was taken back while it rang, that is all there is to say.
    public Task Handle(CallMissed notification, CancellationToken cancellationToken) =>
        notification.Reason == "cancelled" ? Task.CompletedTask : story.AddAsync(notification.InvitationId, "missed");

    public Task Handle(CallDone notification, CancellationToken cancellationToken) => end.FinishAsync(notification.InvitationId, cancellationToken);
}
