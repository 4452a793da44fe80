using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>
/// A partner user or the owner in person changes who manages an organization (OR-4). To the customer: at once, with an owner. To the service provider: at
/// once by the owner, whose consent it is; a partner user has to ask for the handover.
/// </summary>
[Requires(Permission.ManagedBy)]
public sealed record ChangeManagedBy : ICommand<Done>
{
    /// <summary>Which organization.</summary>
    public Guid OrganizationId { get; init; }

    /// <summary>"service_provider" or "customer".</summary>
    public string? ManagedBy { get; init; }

    /// <summary>The owner, where there is none yet.</summary>
    public NamedOwner? Owner { get; init; }

    internal sealed class Handler(OrganizationFields fields, OrganizationRows rows, OwnerNaming owners, ManagedByChange change, Caller caller)
        : IRequestHandler<ChangeManagedBy, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(ChangeManagedBy request, CancellationToken cancellationToken)
        {
            _ = fields.ManagedBy(request.ManagedBy);
            if (fields.Flaw is { } flaw) return flaw;
            if (!caller.MayReach(request.OrganizationId) || await rows.HoldAsync(request.OrganizationId) is not { } organization) return new NotFound();
            if (await RefusalOfOwnerAsync(request, organization) is { } refusal) return refusal;
            if (caller.IsPartner() && (organization.ManagedBy, request.ManagedBy) is (Management.Customer, Management.ServiceProvider)) return new ConsentNeeded();
            if (!caller.IsPartner() && !await rows.IsOwnerAsync(organization.Id, caller.SignedIn.AccountId)) return new OwnerOnly();
            await change.MakeAsync(organization, request.ManagedBy!);
            return Done.Value;
        }

        private async Task<Refusal?> RefusalOfOwnerAsync(ChangeManagedBy request, OrganizationRow organization)
        {
            if (request.Owner is not { } owner)
                return request.ManagedBy == Management.Customer && !await owners.IsNamedAsync(organization.Id) ? new OwnerRequired() : null;
            if (!caller.IsPartner()) return new Forbidden();
            return OwnerNaming.FlawOf(owner, fields) ?? await owners.NameAsync(organization, owner);
        }
    }
}
