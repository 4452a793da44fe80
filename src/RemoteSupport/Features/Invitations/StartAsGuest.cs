using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>The guest presses Start: this device is let in, another one that was in before is out (IN-6). Reload, rejoin and a second click are as good.</summary>
[OpenToAll]
public sealed record StartAsGuest(string? Token) : ICommand<StartedVisit>
{
    internal sealed class Handler(InvitationLinks links, GuestEntrance entrance, AuditTrail audit) : IRequestHandler<StartAsGuest, Outcome<StartedVisit>>
    {
        public async Task<Outcome<StartedVisit>> Handle(StartAsGuest request, CancellationToken cancellationToken)
        {
            audit.Nothing();
            if (await links.FindAsync(request.Token, cancellationToken) is not { } found) return new LinkUnknown();
            return await entrance.EnterAsync(found.Id, cancellationToken);
        }
    }
}

/// <summary>A device that was let in, and where it goes on.</summary>
/// <param name="Pass">Its pass, with the token for its cookie.</param>
/// <param name="HasAccepted">Whether this person has accepted the privacy terms as they are now; else they are asked first (IN-4).</param>
public sealed record StartedVisit(StartedPass Pass, bool HasAccepted)
{
    /// <summary>Never the token.</summary>
    public override string ToString() => Pass.Id.ToString();
}

/// <summary>Lets a device in.</summary>
internal sealed class GuestEntrance(InvitationLinks links, InvitationOpening opening, Acceptances acceptances, PassStore passes, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    public async Task<Outcome<StartedVisit>> EnterAsync(Guid id, CancellationToken ct)
    {
        await links.HoldAsync(id, ct);
        var found = (await links.FindAsync(id, ct))!;
        if (!found.IsOpen) return new LinkIsOver(found.State);
        await opening.MarkAsync(id, ct);
        var hasAccepted = await acceptances.RecallAsync(found, tenancy.Tenant, ct);
        return new StartedVisit(await passes.StartAsync(id, found.Language, EndOf(found)), hasAccepted);
    }

    /// <summary>A running call outlives the link (IN-6).</summary>
    private DateTimeOffset EndOf(LinkedInvitation found) => found.CallState == "in_call" ? clock.GetUtcNow() + InvitationRules.LongestCall : found.ExpiresAt;
}
