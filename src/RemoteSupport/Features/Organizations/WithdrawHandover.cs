using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>A partner user takes back what was asked of the owner (OR-4); the owner is asked no longer.</summary>
[Requires(Permission.ManagedBy), Requires(Permission.Organizations)]
public sealed record WithdrawHandover(Guid OrganizationId) : ICommand<OrganizationAnswer>
{
    internal sealed class Handler(OrganizationRows rows, Handovers handovers, LiveEvents live, AuditTrail audit) : IRequestHandler<WithdrawHandover, Outcome<OrganizationAnswer>>
    {
        public async Task<Outcome<OrganizationAnswer>> Handle(WithdrawHandover request, CancellationToken cancellationToken)
        {
            if (await rows.HoldAsync(request.OrganizationId) is not { } organization) return new NotFound();
            if (!await handovers.DecideAsync(organization, "withdrawn")) return await handovers.LateAsync(organization.Id);
            await live.PublishAccessAsync(organization.Id, Topics.Access);
            audit.Target("organization", organization.Id, organization.Name, organization.Id);
            return (await rows.FindAsync(organization.Id, cancellationToken))!;
        }
    }
}
