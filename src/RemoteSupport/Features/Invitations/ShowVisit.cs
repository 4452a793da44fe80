using MediatR;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>The invitation by which a guest is here, or was until it ended.</summary>
[OpenToAll]
public sealed record ShowVisit : IQuery<GuestVisit>
{
    internal sealed class Handler(InvitationLinks links, MultiTenantContextAccessor tenancy, Caller caller) : IRequestHandler<ShowVisit, Outcome<GuestVisit>>
    {
        public async Task<Outcome<GuestVisit>> Handle(ShowVisit request, CancellationToken cancellationToken)
        {
            if ((caller.Pass ?? caller.EndedPass?.Pass) is not { } pass) return new LinkUnknown();
            return await links.FindAsync(pass.SubjectId, cancellationToken) is { } found ? new GuestVisit(found.Id, LinkView.Of(found, tenancy.Tenant), caller.EndedPass?.EndReason) : new LinkUnknown();
        }
    }
}

/// <summary>A guest's visit.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="Link">How it stands.</param>
/// <param name="EndReason">Why this device's pass is over: "taken_over", or as the invitation ended; null while it can be used.</param>
public sealed record GuestVisit(Guid InvitationId, LinkView Link, string? EndReason);
