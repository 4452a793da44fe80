using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Members;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>A partner user sends the named owner a new activation link (OR-2); the older one dies. For an owner who is active there is nothing to send.</summary>
[Requires(Permission.Organizations)]
public sealed record RenewOwnerInvitation(Guid OrganizationId) : ICommand<OrganizationAnswer>
{
    internal sealed class Handler(OrganizationRows rows, AccountLinks links, AuditTrail audit, IMediator mediator) : IRequestHandler<RenewOwnerInvitation, Outcome<OrganizationAnswer>>
    {
        public async Task<Outcome<OrganizationAnswer>> Handle(RenewOwnerInvitation request, CancellationToken cancellationToken)
        {
            if (await rows.HoldAsync(request.OrganizationId) is null) return new NotFound();
            var organization = (await rows.FindAsync(request.OrganizationId, cancellationToken))!;
            audit.Target("organization", organization.Id, organization.Name, organization.Id);
            if (organization.Owner is not { } owner) return new OwnerMissing();
            if (owner.Status != "invited")
            {
                audit.Nothing();
                return organization;
            }

            if (!await links.MayIssueAsync(owner.Id)) return new InvitedTooOften();
            await mediator.Publish(new AccountInvited(owner.Id), cancellationToken);
            return organization;
        }
    }
}
