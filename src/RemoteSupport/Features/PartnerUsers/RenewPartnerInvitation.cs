using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>Sends an invited partner user a new link; the older one dies (TN-5). For somebody who has accepted meanwhile there is nothing to send.</summary>
[Requires(Permission.Tenant)]
public sealed record RenewPartnerInvitation(Guid Id) : ICommand<PartnerUser>
{
    internal sealed class Handler(PartnerUserChange change, AccountLinks links, AuditTrail audit, IMediator mediator) : IRequestHandler<RenewPartnerInvitation, Outcome<PartnerUser>>
    {
        public async Task<Outcome<PartnerUser>> Handle(RenewPartnerInvitation request, CancellationToken cancellationToken)
        {
            if (!(await change.BeginAsync(request.Id, cancellationToken)).Succeeded(out var user, out var refusal)) return refusal;
            if (user.Status != "invited")
            {
                audit.Nothing();
                return user;
            }

            if (!await links.MayIssueAsync(user.Id)) return new InvitedTooOften();
            await mediator.Publish(new AccountInvited(user.Id), cancellationToken);
            return user;
        }
    }
}
