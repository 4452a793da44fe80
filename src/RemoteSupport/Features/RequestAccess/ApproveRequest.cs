using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>The owner lets the partner in, from now on (RA-6, RA-7). A request for more time moves the grant's end; when that is over, it is a grant of its own (RA-10).</summary>
[Requires(Permission.Decide)]
public sealed record ApproveRequest : ICommand<AccessRequest>
{
    /// <summary>The request.</summary>
    public Guid Id { get; init; }

    /// <summary>ISO 8601; null for what was asked.</summary>
    public string? Duration { get; init; }

    internal sealed class Handler(
        Db db, Caller caller, Turn turn, Requests requests, Durations durations, Grants grants, RequesterMails mails, AuditTrail audit, LiveEvents live, Clocks clocks)
        : IRequestHandler<ApproveRequest, Outcome<AccessRequest>>
    {
        public async Task<Outcome<AccessRequest>> Handle(ApproveRequest request, CancellationToken cancellationToken)
        {
            await turn.TakeAsync(caller.Organization, cancellationToken);
            if (await requests.FindAsync(request.Id, cancellationToken) is not { } asked) return new NotFound();
            if (!asked.IsPending) return requests.DecidedAlready(asked);
            var wanted = request.Duration is null ? durations.Check(asked.RequestedDuration) : durations.Read(request.Duration);
            if (!wanted.Succeeded(out var duration, out var flaw)) return flaw;
            if (!await IsActiveAsync(asked.RequesterId, cancellationToken)) return new RequesterDeactivated();

            var lengthened = asked.ExtendsId is { } id ? await requests.FindAsync(id, cancellationToken) : null;
            var grant = lengthened is { IsActive: true } ? lengthened : null;
            var expiresAt = (grant?.ExpiresAt ?? clocks.Now) + duration;
            if (durations.FlawOfEnd(expiresAt) is not null) return durations.TooLong;
            if (await GrantAsync(asked.Id, grant?.Id, duration, expiresAt, cancellationToken) == 0) return requests.DecidedAlready((await requests.FindAsync(request.Id, cancellationToken))!);
            if (grant is not null) await grants.MoveAsync(grant.Id, expiresAt, cancellationToken);
            return await TellAsync(asked, grant, cancellationToken);
        }

        private async Task<bool> IsActiveAsync(Guid account, CancellationToken ct) =>
            await db.FindAsync<string>("select status from accounts where id = @account for share", new { account }, ct) == "active";

        private Task<int> GrantAsync(Guid id, Guid? extends, TimeSpan duration, DateTimeOffset expiresAt, CancellationToken ct) =>
            db.RunAsync(
                """
                update access_requests set state = 'approved', extends_id = @extends, granted_duration = @duration, expires_at = @expiresAt, decided_at = @Now, decided_by = @AccountId, due_at = @dueAt
                where id = @id and state = 'pending'
                """,
                new
                {
                    id, extends, duration, expiresAt, clocks.Now, caller.SignedIn.AccountId,
                    dueAt = extends is null ? AccessRules.GrantIsDueAt(clocks.Now, expiresAt) : expiresAt,
                },
                ct);

        private async Task<AccessRequest> TellAsync(AccessRequest asked, AccessRequest? grant, CancellationToken ct)
        {
            var approved = (await requests.FindAsync(asked.Id, ct))!;
            await mails.ApprovedAsync(approved, ct);
            audit.Target("access_request", approved.Id, approved.OrganizationName, approved.OrganizationId);
            audit.Changed("state", asked.State, approved.State);
            audit.Changed("duration", IsoDuration.Write(asked.RequestedDuration), IsoDuration.Write(approved.GrantedDuration!.Value));
            audit.Changed("expiresAt", grant?.ExpiresAt, approved.ExpiresAt);
            await live.PublishAccessAsync(approved.OrganizationId, Topics.Access);
            return approved;
        }
    }
}
