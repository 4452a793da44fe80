using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>The guest does not accept the privacy terms: it ends here, and the inviter is told "declined", nothing else (IN-4).</summary>
[Requires(Permission.InCall)]
public sealed record DeclineTerms : ICommand<Done>
{
    internal sealed class Handler(InvitationLinks links, InvitationEnd end, AuditTrail audit, Caller caller) : IRequestHandler<DeclineTerms, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(DeclineTerms request, CancellationToken cancellationToken)
        {
            if (caller.Pass is not { } pass) return new NotFound();
            await links.HoldAsync(pass.SubjectId, cancellationToken);
            var invitation = (await links.FindAsync(pass.SubjectId, cancellationToken))!;
            if (!invitation.IsOpen) return new LinkIsOver(invitation.State);
            await end.DeclineAsync(invitation.Id, cancellationToken);
            audit.Target("support_invitation", invitation.Id, invitation.Invitee, invitation.OrganizationId);
            return Done.Value;
        }
    }
}
