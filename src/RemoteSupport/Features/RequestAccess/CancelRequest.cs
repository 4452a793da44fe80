using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Whoever asked withdraws the request (RA-7).</summary>
[Requires(Permission.Support)]
public sealed record CancelRequest(Guid Id) : ICommand<AccessRequest>
{
    internal sealed class Handler(Db db, Caller caller, Turn turn, Requests requests, AuditTrail audit, LiveEvents live, TimeProvider clock)
        : IRequestHandler<CancelRequest, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(CancelRequest request, CancellationToken cancellationToken)
        {
            if (await requests.FindAsync(request.Id, cancellationToken) is not { } asked) return new NotFound();
            if (asked.RequesterId != caller.SignedIn.AccountId) return new RequesterOnly();
            await turn.TakeAsync(asked.OrganizationId, cancellationToken);
            var cancelled = await db.RunAsync(
                "update access_requests set state = 'cancelled', ended_at = @now, ended_by = @AccountId, due_at = null where id = @Id and state = 'pending'",
                new { request.Id, caller.SignedIn.AccountId, now = clock.GetUtcNow() }, cancellationToken);
            var after = (await requests.FindAsync(request.Id, cancellationToken))!;
            if (cancelled == 0) return requests.DecidedAlready(after);

            audit.Target("access_request", after.Id, after.OrganizationName, after.OrganizationId);
            audit.Changed("state", asked.State, after.State);
            await live.PublishAccessAsync(after.OrganizationId, Topics.Access);
            return after;
        }
    }
}
