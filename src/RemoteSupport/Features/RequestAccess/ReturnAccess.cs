using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>A supporter who asked for the access or used it gives it back early, from outside or inside, with a line for the owner (RA-20).</summary>
[Requires(Permission.GiveBack)]
public sealed record ReturnAccess : ICommand<AccessRequest>
{
    /// <summary>The grant, or what lengthened it.</summary>
    public Guid Id { get; init; }

    /// <summary>What came of it, in one line.</summary>
    [StringLength(FreeText.Longest, ErrorMessage = "The outcome can have 1,000 characters at most.")]
    [RegularExpression(@"[^\p{Cc}\p{Zl}\p{Zp}]*", ErrorMessage = "The outcome is one line of text.")]
    public string? Outcome { get; init => field = FreeText.Of(value); }

    internal sealed class Handler(Db db, Caller caller, Turn turn, Requests requests, Grants grants, AuditTrail audit, LiveEvents live)
        : IRequestHandler<ReturnAccess, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(ReturnAccess request, CancellationToken cancellationToken)
        {
            if (await requests.FindAsync(request.Id, cancellationToken) is not { } known) return new NotFound();
            await turn.TakeAsync(known.OrganizationId, cancellationToken);
            if (!await HasToDoWithAsync(known, cancellationToken)) return new NotInsideOnIt();
            var grant = (await requests.FindAsync(request.Id, cancellationToken))!;
            var ended = grant.IsActive && await grants.EndAsync(grant.Grant, "returned", "returned", caller.SignedIn.AccountId, request.Outcome, cancellationToken);
            var after = (await requests.FindAsync(request.Id, cancellationToken))!;
            if (!ended) return requests.NotActive(after);

            audit.Target("access_request", after.Grant, after.OrganizationName, after.OrganizationId);
            audit.Changed("state", grant.State, after.State);
            if (after.Reason is not null) audit.Changed("outcome", null, after.Reason);
            await live.PublishAccessAsync(after.OrganizationId, Topics.Access);
            return after;
        }

        /// <summary>From inside: only the grant one is in on. From outside: who asked for it, for more of it, or was in on it.</summary>
        private async Task<bool> HasToDoWithAsync(AccessRequest request, CancellationToken ct)
        {
            if (caller.SignedIn.Acting is { } acting) return acting.GrantId == request.Grant;
            return await db.SingleAsync<bool>(
                """
                select exists (select from access_requests where (id = @Grant or extends_id = @Grant) and requester_id = @AccountId)
                  or exists (select from logins_under_grants where grant_id = @Grant and account_id = @AccountId)
                """,
                new { request.Grant, caller.SignedIn.AccountId }, ct);
        }
    }
}
