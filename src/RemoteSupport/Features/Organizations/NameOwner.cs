using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>A partner user names the owner of an organization that has none who is active (OR-2): also another one, should the first address be wrong.</summary>
[Requires(Permission.Organizations)]
public sealed record NameOwner(Guid OrganizationId, NamedOwner Owner) : ICommand<Done>
{
    internal sealed class Handler(OrganizationFields fields, OrganizationRows rows, OwnerNaming owners, AuditTrail audit) : IRequestHandler<NameOwner, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(NameOwner request, CancellationToken cancellationToken)
        {
            if (OwnerNaming.FlawOf(request.Owner, fields) is { } flaw) return flaw;
            if (await rows.HoldAsync(request.OrganizationId) is not { } organization) return new NotFound();
            if (await owners.NameAsync(organization, request.Owner) is { } refusal) return refusal;
            audit.Target("organization", organization.Id, organization.Name, organization.Id);
            audit.Changed("owner", null, request.Owner.Name!.Trim());
            return Done.Value;
        }
    }
}
