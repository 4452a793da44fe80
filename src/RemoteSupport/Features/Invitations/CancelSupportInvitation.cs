using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>Takes an invitation back: its link and whoever is in by it are out at once (IN-6). By the inviter, or an admin on their side.</summary>
[Requires(Permission.Invitations)]
public sealed record CancelSupportInvitation(Guid Id) : ICommand<SupportInvitation>
{
    internal sealed class Handler(InvitationReader invitations, InvitationLinks links, InvitationEnd end, AuditTrail audit, Caller caller) : IRequestHandler<CancelSupportInvitation, Outcome<SupportInvitation>>
    {
        public async Task<Outcome<SupportInvitation>> Handle(CancelSupportInvitation request, CancellationToken cancellationToken)
        {
            await links.HoldAsync(request.Id, cancellationToken);
            if (await invitations.FindAsync(request.Id, cancellationToken) is not { } found) return new NotFound();
            if (found.State is "cancelled")
            {
                audit.Nothing();
                return found;
            }

            if (found.IsOver) return new InvitationIsOver(found.State);
            await end.CancelAsync(request.Id, cancellationToken);
            audit.Target("support_invitation", request.Id, found.Invitee, caller.SignedIn.Inside);
            audit.Changed("state", found.State, "cancelled");
            return (await invitations.FindAsync(request.Id, cancellationToken))!;
        }
    }
}
