using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>Lets a deactivated member in again, with the password they had; whoever had none yet is invited anew (OR-7).</summary>
[Requires(Permission.Members)]
public sealed record ReactivateMember(Guid Id) : ICommand<Member>
{
    internal sealed class Handler(MemberChange change, Db db, AccountLinks links, IMediator mediator) : IRequestHandler<ReactivateMember, Outcome<Member>>
    {
        public async Task<Outcome<Member>> Handle(ReactivateMember request, CancellationToken cancellationToken)
        {
            if (!(await change.BeginAsync(request.Id, cancellationToken)).Succeeded(out var member, out var refusal)) return refusal;
            var status = member.Status == "deactivated" ? await StatusAsync(member, cancellationToken) : member.Status;
            var after = await change.SaveAsync(member, member with { Status = status }, cancellationToken);
            if (after == member || status != "invited") return after;

            if (!await links.MayIssueAsync(member.Id)) return new InvitedTooOften();
            await mediator.Publish(new AccountInvited(member.Id), cancellationToken);
            return after;
        }

        private Task<string> StatusAsync(Member member, CancellationToken ct) =>
            db.SingleAsync<string>("select case when password_hash is null then 'invited' else 'active' end from accounts where id = @Id", new { member.Id }, ct);
    }
}
