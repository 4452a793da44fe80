using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>The owner in person lets the service provider manage the organization, as was asked (OR-4).</summary>
[Requires(Permission.Decide)]
public sealed record AcceptHandover(Guid OrganizationId) : ICommand<OrganizationAnswer>
{
    internal sealed class Handler(OrganizationRows rows, Handovers handovers, ManagedByChange change, Caller caller) : IRequestHandler<AcceptHandover, Outcome<OrganizationAnswer>>
    {
        public async Task<Outcome<OrganizationAnswer>> Handle(AcceptHandover request, CancellationToken cancellationToken)
        {
            if (!caller.MayReach(request.OrganizationId) || await rows.HoldAsync(request.OrganizationId) is not { } organization) return new NotFound();
            if (!await rows.IsOwnerAsync(organization.Id, caller.SignedIn.AccountId)) return new OwnerOnly();
            if (!await handovers.IsPendingAsync(organization.Id)) return await handovers.LateAsync(organization.Id);
            await change.MakeAsync(organization, Management.ServiceProvider);
            return (await rows.FindAsync(organization.Id, cancellationToken))!;
        }
    }
}
