using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>The privacy terms that a guest is asked to accept (IN-4).</summary>
[Requires(Permission.InCall)]
public sealed record ShowTerms : IQuery<Terms>
{
    internal sealed class Handler(InvitationLinks links, GuestTexts texts, MultiTenantContextAccessor tenancy, Caller caller) : IRequestHandler<ShowTerms, Outcome<Terms>>
    {
        public async Task<Outcome<Terms>> Handle(ShowTerms request, CancellationToken cancellationToken)
        {
            if (caller.Pass is not { } pass || await links.FindAsync(pass.SubjectId, cancellationToken) is not { } invitation) return new NotFound();
            var text = await texts.TermsAsync(invitation.Company(tenancy.Tenant), invitation.Language);
            return new Terms(text.Title, text.Html, Convert.ToHexStringLower(text.Version), invitation.Company(tenancy.Tenant), invitation.HasAccepted);
        }
    }
}

/// <summary>The privacy terms on a page.</summary>
/// <param name="Title">Their heading.</param>
/// <param name="Html">The text.</param>
/// <param name="Version">What is accepted, as a sign for the form to carry.</param>
/// <param name="Company">Whose terms they are.</param>
/// <param name="HasAccepted">Whether they were accepted on this invitation already.</param>
public sealed record Terms(string Title, string Html, string Version, string Company, bool HasAccepted);
