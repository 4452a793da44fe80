using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>The owner lets granted access end sooner or later (RA-6); never later than the tenant's maximum from now (RA-4).</summary>
[Requires(Permission.Decide)]
public sealed record ChangeAccessEnd : ICommand<AccessRequest>
{
    /// <summary>The grant, or what lengthened it.</summary>
    public Guid Id { get; init; }

    /// <summary>The new end, in the future.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    internal sealed class Handler(Caller caller, Turn turn, Requests requests, Durations durations, Grants grants, AuditTrail audit, LiveEvents live)
        : IRequestHandler<ChangeAccessEnd, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(ChangeAccessEnd request, CancellationToken cancellationToken)
        {
            await turn.TakeAsync(caller.Organization, cancellationToken);
            if (await requests.FindAsync(request.Id, cancellationToken) is not { } grant) return new NotFound();
            if (!grant.IsActive) return requests.NotActive(grant);
            if (durations.FlawOfEnd(request.ExpiresAt) is { } flaw) return flaw;
            if (!await grants.MoveAsync(grant.Grant, request.ExpiresAt!.Value, cancellationToken)) return requests.DecidedAlready((await requests.FindAsync(request.Id, cancellationToken))!);

            var after = (await requests.FindAsync(request.Id, cancellationToken))!;
            audit.Target("access_request", after.Grant, after.OrganizationName, after.OrganizationId);
            audit.Changed("expiresAt", grant.ExpiresAt, after.ExpiresAt);
            await live.PublishAccessAsync(after.OrganizationId, Topics.Access);
            return after;
        }
    }
}
