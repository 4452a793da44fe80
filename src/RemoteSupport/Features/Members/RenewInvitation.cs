using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>Sends an invited member a new link; the older one dies (OR-7). For somebody who has accepted meanwhile there is nothing to send.</summary>
[Requires(Permission.Members)]
public sealed record RenewInvitation(Guid Id) : ICommand<Member>
{
    internal sealed class Handler(MemberChange change, AccountLinks links, AuditTrail audit, IMediator mediator) : IRequestHandler<RenewInvitation, Outcome<Member>>
    {
        public async Task<Outcome<Member>> Handle(RenewInvitation request, CancellationToken cancellationToken)
        {
            if (!(await change.BeginAsync(request.Id, cancellationToken)).Succeeded(out var member, out var refusal)) return refusal;
            if (member.Status != "invited")
            {
                audit.Nothing();
                return member;
            }

            if (!await links.MayIssueAsync(member.Id)) return new InvitedTooOften();
            await mediator.Publish(new AccountInvited(member.Id), cancellationToken);
            return member;
        }
    }
}
