using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>The guest accepts the privacy terms, those that they read (IN-4). Twice is once.</summary>
/// <param name="Version">The sign that the form carried.</param>
[Requires(Permission.InCall)]
public sealed record AcceptTerms(string? Version) : ICommand<Done>
{
    internal sealed class Handler(InvitationLinks links, GuestTexts texts, Acceptances acceptances, MultiTenantContextAccessor tenancy, AuditTrail audit, Caller caller) : IRequestHandler<AcceptTerms, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(AcceptTerms request, CancellationToken cancellationToken)
        {
            if (caller.Pass is not { } pass) return new NotFound();
            await links.HoldAsync(pass.SubjectId, cancellationToken);
            var invitation = (await links.FindAsync(pass.SubjectId, cancellationToken))!;
            if (!invitation.IsOpen) return new LinkIsOver(invitation.State);
            var text = await texts.TermsAsync(invitation.Company(tenancy.Tenant), invitation.Language);
            if (!string.Equals(request.Version, Convert.ToHexStringLower(text.Version), StringComparison.Ordinal)) return new TermsChanged();
            await acceptances.AcceptAsync(invitation, text.Version, cancellationToken);
            audit.Target("support_invitation", invitation.Id, invitation.Invitee, invitation.OrganizationId);
            return Done.Value;
        }
    }
}
