using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>Shuts a member out at once, on every device; the link of somebody only invited dies (OR-7). ReactivateMember takes it back.</summary>
[Requires(Permission.Members)]
public sealed record DeactivateMember(Guid Id) : ICommand<Member>
{
    internal sealed class Handler(MemberChange change, SessionStore sessions, Caller caller) : IRequestHandler<DeactivateMember, Outcome<Member>>
    {
        public async Task<Outcome<Member>> Handle(DeactivateMember request, CancellationToken cancellationToken)
        {
            if (!(await change.BeginAsync(request.Id, cancellationToken)).Succeeded(out var member, out var refusal)) return refusal;
            if (member.Id == caller.SignedIn.AccountId) return new OwnAccountStays();
            var after = await change.SaveAsync(member, member with { Status = "deactivated" }, cancellationToken);
            await sessions.EndOthersAsync(member.Id, null, "deactivated");
            return after;
        }
    }
}
