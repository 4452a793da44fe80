using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>A partner user asks an organization's owner to let the service provider manage it (OR-4).</summary>
[Requires(Permission.ManagedBy), Requires(Permission.Organizations)]
public sealed record AskForHandover(Guid OrganizationId) : ICommand<OrganizationAnswer>
{
    internal sealed class Handler(OrganizationRows rows, Handovers handovers, LiveEvents live, AuditTrail audit) : IRequestHandler<AskForHandover, Outcome<OrganizationAnswer>>
    {
        public async Task<Outcome<OrganizationAnswer>> Handle(AskForHandover request, CancellationToken cancellationToken)
        {
            if (await rows.HoldAsync(request.OrganizationId) is not { } organization) return new NotFound();
            if (organization.ManagedBy == Management.ServiceProvider) return new ProviderManagesAlready();
            if (!await rows.HasActiveOwnerAsync(organization.Id)) return new OwnerMissing();
            if (await handovers.AskAsync(organization) is { } refusal) return refusal;
            await live.PublishAccessAsync(organization.Id, Topics.Access);
            audit.Target("organization", organization.Id, organization.Name, organization.Id);
            return (await rows.FindAsync(organization.Id, cancellationToken))!;
        }
    }
}
