using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>The owner says no (RA-6).</summary>
[Requires(Permission.Decide)]
public sealed record RejectRequest : ICommand<AccessRequest>
{
    /// <summary>The request.</summary>
    public Guid Id { get; init; }

    /// <summary>What the requester is told.</summary>
    [StringLength(FreeText.Longest, ErrorMessage = "The reason can have 1,000 characters at most.")]
    public string? Reason { get; init => field = FreeText.Of(value); }

    internal sealed class Handler(Db db, Caller caller, Turn turn, Requests requests, RequesterMails mails, AuditTrail audit, LiveEvents live, TimeProvider clock)
        : IRequestHandler<RejectRequest, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(RejectRequest request, CancellationToken cancellationToken)
        {
            await turn.TakeAsync(caller.Organization, cancellationToken);
            if (await requests.FindAsync(request.Id, cancellationToken) is not { } asked) return new NotFound();
            var rejected = await db.RunAsync(
                "update access_requests set state = 'rejected', decided_at = @now, decided_by = @AccountId, reason = @Reason, due_at = null where id = @Id and state = 'pending'",
                new { request.Id, request.Reason, caller.SignedIn.AccountId, now = clock.GetUtcNow() }, cancellationToken);
            var after = (await requests.FindAsync(request.Id, cancellationToken))!;
            if (rejected == 0) return requests.DecidedAlready(after);

            await mails.RejectedAsync(after, cancellationToken);
            audit.Target("access_request", after.Id, after.OrganizationName, after.OrganizationId);
            audit.Changed("state", asked.State, after.State);
            if (after.Reason is not null) audit.Changed("reason", null, after.Reason);
            await live.PublishAccessAsync(after.OrganizationId, Topics.Access);
            return after;
        }
    }
}
