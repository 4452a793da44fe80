using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>The link itself, for the inviter to show as a QR code: to nobody else, and only while it lets in. The API never answers it.</summary>
[Requires(Permission.Invitations)]
public sealed record ShowInvitationLink(Guid Id) : IQuery<InvitationLink>
{
    internal sealed class Handler(InvitationLinks links, Caller caller) : IRequestHandler<ShowInvitationLink, Outcome<InvitationLink>>
    {
        public async Task<Outcome<InvitationLink>> Handle(ShowInvitationLink request, CancellationToken cancellationToken) =>
            await links.FindAsync(request.Id, cancellationToken) is { IsOpen: true } open && open.InviterId == caller.SignedIn.AccountId
                ? new InvitationLink(links.AddressOf(request.Id))
                : new NotFound();
    }
}

/// <summary>The whole address that a guest opens.</summary>
public sealed record InvitationLink(string Address)
{
    /// <summary>Never the address.</summary>
    public override string ToString() => nameof(InvitationLink);
}
