using System.ComponentModel.DataAnnotations;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>The owner takes granted access back, at once and for everybody (RA-6, RA-8).</summary>
[Requires(Permission.Decide)]
public sealed record RevokeAccess : ICommand<AccessRequest>
{
    /// <summary>The grant, or what lengthened it.</summary>
    public Guid Id { get; init; }

    /// <summary>What the requester is told.</summary>
    [StringLength(FreeText.Longest, ErrorMessage = "The reason can have 1,000 characters at most.")]
    public string? Reason { get; init => field = FreeText.Of(value); }

    internal sealed class Handler(Caller caller, Turn turn, Requests requests, Grants grants, AuditTrail audit, LiveEvents live)
        : IRequestHandler<RevokeAccess, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(RevokeAccess request, CancellationToken cancellationToken)
        {
            await turn.TakeAsync(caller.Organization, cancellationToken);
            if (await requests.FindAsync(request.Id, cancellationToken) is not { } grant) return new NotFound();
            var ended = grant.IsActive && await grants.EndAsync(grant.Grant, "revoked", "revoked", caller.SignedIn.AccountId, request.Reason, cancellationToken);
            var after = (await requests.FindAsync(request.Id, cancellationToken))!;
            if (!ended) return requests.NotActive(after);

            audit.Target("access_request", after.Grant, after.OrganizationName, after.OrganizationId);
            audit.Changed("state", grant.State, after.State);
            if (after.Reason is not null) audit.Changed("reason", null, after.Reason);
            await live.PublishAccessAsync(after.OrganizationId, Topics.Access);
            return after;
        }
    }
}
