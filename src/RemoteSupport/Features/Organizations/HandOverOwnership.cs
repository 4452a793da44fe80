using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>The owner in person makes another active member the owner, and is an admin from then on (OR-3). Of two at once exactly one wins.</summary>
[Requires(Permission.Decide)]
public sealed record HandOverOwnership : ICommand<OrganizationAnswer>
{
    /// <summary>Which organization; from the address.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Guid OrganizationId { get; init; }

    /// <summary>The new owner's account.</summary>
    public Guid? UserId { get; init; }

    internal sealed class Handler(OrganizationRows rows, Ownership ownership, Caller caller, LiveEvents live, AuditTrail audit) : IRequestHandler<HandOverOwnership, Outcome<OrganizationAnswer>>
    {
        public async Task<Outcome<OrganizationAnswer>> Handle(HandOverOwnership request, CancellationToken cancellationToken)
        {
            if (!caller.MayReach(request.OrganizationId) || await rows.HoldAsync(request.OrganizationId) is not { } organization) return new NotFound();
            if (await ownership.MoveAsync(organization, request.UserId) is { } refusal) return refusal;
            await live.PublishAccessAsync(organization.Id, Topics.Access);
            await live.PublishAsync(Topics.Organization(organization.Id), Topics.Members);
            audit.Target("organization", organization.Id, organization.Name, organization.Id);
            var shown = (await rows.FindAsync(organization.Id, cancellationToken))!;
            audit.Changed("owner", caller.SignedIn.Name, shown.Owner!.Name);
            return shown;
        }
    }
}

/// <summary>Moves ownership, in a transaction that holds the organization's row.</summary>
internal sealed class Ownership(Db db, OwnerMails mails, Caller caller)
{
    public async Task<Refusal?> MoveAsync(OrganizationRow organization, Guid? to)
    {
        var me = caller.SignedIn;
        if (to is not { } successor || successor == me.AccountId) return new NoSuccessor();
        var given = await db.RunAsync(
            "update accounts set role = 'admin' where id = @AccountId and organization_id = @organizationId and role = 'owner'", new { me.AccountId, organizationId = organization.Id });
        if (given == 0) return new OwnerOnly();
        var taken = await db.RunAsync(
            "update accounts set role = 'owner' where id = @successor and organization_id = @organizationId and status = 'active'", new { successor, organizationId = organization.Id });
        if (taken == 0) return new NoSuccessor();
        await mails.TellBothAsync(organization, me.AccountId, successor);
        return null;
    }
}
