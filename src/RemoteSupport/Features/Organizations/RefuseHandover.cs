using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>The owner in person keeps managing the organization (OR-4).</summary>
[Requires(Permission.Decide)]
public sealed record RefuseHandover(Guid OrganizationId) : ICommand<OrganizationAnswer>
{
    internal sealed class Handler(OrganizationRows rows, Handovers handovers, Caller caller, LiveEvents live, AuditTrail audit) : IRequestHandler<RefuseHandover, Outcome<OrganizationAnswer>>
    {
        public async Task<Outcome<OrganizationAnswer>> Handle(RefuseHandover request, CancellationToken cancellationToken)
        {
            if (!caller.MayReach(request.OrganizationId) || await rows.HoldAsync(request.OrganizationId) is not { } organization) return new NotFound();
            if (!await rows.IsOwnerAsync(organization.Id, caller.SignedIn.AccountId)) return new OwnerOnly();
            if (!await handovers.DecideAsync(organization, "refused")) return await handovers.LateAsync(organization.Id);
            await live.PublishAccessAsync(organization.Id, Topics.Access);
            audit.Target("organization", organization.Id, organization.Name, organization.Id);
            return (await rows.FindAsync(organization.Id, cancellationToken))!;
        }
    }
}
