using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>What a supporter has open: own requests that wait for a decision, and access that anybody of the team can use now. The newest first, 100 at most.</summary>
[Requires(Permission.Support)]
public sealed record ListOpenAccess : IQuery<IReadOnlyList<AccessRequest>>
{
    internal sealed class Handler(Caller caller, Requests requests) : IRequestHandler<ListOpenAccess, Outcome<IReadOnlyList<AccessRequest>>>
    {
        public async Task<Outcome<IReadOnlyList<AccessRequest>>> Handle(ListOpenAccess request, CancellationToken cancellationToken) =>
            Outcome.Of(await requests.ListAsync(
                """
                r.state in ('pending', 'approved')
                and (r.state = 'pending' and r.requester_id = @AccountId and r.lapses_at > @now or r.state = 'approved' and r.extends_id is null and r.expires_at > @now)
                """,
                new { caller.SignedIn.AccountId }, 100, cancellationToken));
    }
}
