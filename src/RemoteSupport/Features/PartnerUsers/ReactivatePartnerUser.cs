using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>Lets a deactivated partner user in again, with the password they had; whoever had none yet is invited anew (TN-5).</summary>
[Requires(Permission.Tenant)]
public sealed record ReactivatePartnerUser(Guid Id) : ICommand<PartnerUser>
{
    internal sealed class Handler(PartnerUserChange change, Db db, AccountLinks links, IMediator mediator) : IRequestHandler<ReactivatePartnerUser, Outcome<PartnerUser>>
    {
        public async Task<Outcome<PartnerUser>> Handle(ReactivatePartnerUser request, CancellationToken cancellationToken)
        {
            if (!(await change.BeginAsync(request.Id, cancellationToken)).Succeeded(out var user, out var refusal)) return refusal;
            var status = user.Status == "deactivated" ? await StatusAsync(user, cancellationToken) : user.Status;
            if (!(await change.SaveAsync(user, user with { Status = status }, cancellationToken)).Succeeded(out var after, out var no)) return no;
            if (after == user || status != "invited") return after;

            if (!await links.MayIssueAsync(user.Id)) return new InvitedTooOften();
            await mediator.Publish(new AccountInvited(user.Id), cancellationToken);
            return after;
        }

        private Task<string> StatusAsync(PartnerUser user, CancellationToken ct) =>
            db.SingleAsync<string>("select case when password_hash is null then 'invited' else 'active' end from accounts where id = @Id", new { user.Id }, ct);
    }
}
