using MediatR;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>What a guest's link leads to. Looking changes nothing, so scanners of mails and previews of messengers burn nothing (IN-7, AC-11).</summary>
[OpenToAll]
public sealed record LookAtLink(string? Token) : IQuery<LinkView>
{
    internal sealed class Handler(InvitationLinks links, MultiTenantContextAccessor tenancy) : IRequestHandler<LookAtLink, Outcome<LinkView>>
    {
        public async Task<Outcome<LinkView>> Handle(LookAtLink request, CancellationToken cancellationToken) =>
            await links.FindAsync(request.Token, cancellationToken) is { } found ? LinkView.Of(found, tenancy.Tenant) : new LinkUnknown();
    }
}

/// <summary>An invitation as its guest sees it.</summary>
/// <param name="State">"open", else why it lets nobody in: "declined", "done", "expired" or "cancelled".</param>
/// <param name="Language">In which the guest is spoken to.</param>
/// <param name="Inviter">Who invites.</param>
/// <param name="Company">In whose name.</param>
/// <param name="ExpiresAt">Until when it lets in.</param>
/// <param name="CallState">"ringing", "in_call", or null without a call.</param>
/// <param name="HasAccepted">Whether the privacy terms were accepted on it.</param>
public sealed record LinkView(string State, string Language, string Inviter, string Company, DateTimeOffset ExpiresAt, string? CallState, bool HasAccepted)
{
    /// <summary>Whether it lets in.</summary>
    public bool IsOpen => State == "open";

    internal static LinkView Of(LinkedInvitation found, TenantInfo tenant) =>
        new(found.State, found.Language, found.Inviter, found.Company(tenant), found.ExpiresAt, found.CallState, found.HasAccepted);
}
