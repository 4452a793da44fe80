using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>
/// Shuts a partner user out at once, on every device and in every organization that they are inside; what they asked customers for is withdrawn, and the
/// link of somebody only invited dies (TN-5, AC-9). ReactivatePartnerUser takes it back.
/// </summary>
[Requires(Permission.Tenant)]
public sealed record DeactivatePartnerUser(Guid Id) : ICommand<PartnerUser>
{
    internal sealed class Handler(PartnerUserChange change, SessionStore sessions, Caller caller, IMediator mediator) : IRequestHandler<DeactivatePartnerUser, Outcome<PartnerUser>>
    {
        public async Task<Outcome<PartnerUser>> Handle(DeactivatePartnerUser request, CancellationToken cancellationToken)
        {
            if (!(await change.BeginAsync(request.Id, cancellationToken)).Succeeded(out var user, out var refusal)) return refusal;
            if (user.Id == caller.SignedIn.AccountId) return new OwnAccountStays();
            var saved = await change.SaveAsync(user, user with { Status = "deactivated" }, cancellationToken);
            if (!saved.Succeeded(out var after, out var last)) return last;

            // Requests before sessions: whoever withdraws one of theirs at this moment takes the two in this order.
            await mediator.Publish(new PartnerUserDeactivated(after.Id, caller.SignedIn.AccountId), cancellationToken);
            await sessions.EndOthersAsync(after.Id, null, "deactivated");
            return after;
        }
    }
}
