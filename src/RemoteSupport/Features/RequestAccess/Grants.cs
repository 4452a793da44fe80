using MediatR;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Ends and moves granted access: the grant and what lengthened it share one end and one fate. The organization's turn is taken before.</summary>
internal sealed class Grants(Db db, IMediator mediator, EndedGrants summaries, RequesterMails mails, TimeProvider clock)
{
    /// <summary>Ends it for everybody, as "revoked" or "returned"; false when it was over already. The cause is that of <see cref="AccessEnded"/>.</summary>
    public async Task<bool> EndAsync(Guid grant, string state, string cause, Guid? by, string? reason, CancellationToken ct)
    {
        await HoldAsync(grant, ct);
        var ended = await db.RunAsync(
            """
            update access_requests set state = @state, ended_at = @now, ended_by = @by, reason = @reason, due_at = null
            where (id = @grant or extends_id = @grant) and state = 'approved'
            """,
            new { grant, state, by, reason, now = clock.GetUtcNow() }, ct);
        if (ended == 0) return false;

        await mediator.Publish(new AccessEnded([grant], cause, by), ct);
        await summaries.TellOwnersAsync([grant], ct);
        if (state == "revoked") await mails.RevokedAsync(grant, cause, ct);
        return true;
    }

    /// <summary>Moves its end, and the reminder with it; false when it was over already.</summary>
    public async Task<bool> MoveAsync(Guid grant, DateTimeOffset expiresAt, CancellationToken ct)
    {
        var since = await HoldAsync(grant, ct);
        if (since is null) return false;

        await db.RunAsync(
            """
            update access_requests set expires_at = @expiresAt, warned_at = null, due_at = case when id = @grant then @dueAt else @expiresAt end
            where (id = @grant or extends_id = @grant) and state = 'approved'
            """,
            new { grant, expiresAt, dueAt = AccessRules.GrantIsDueAt(since.Value, expiresAt) }, ct);
        await mediator.Publish(new AccessMoved(grant, await OrganizationOfAsync(grant, ct), expiresAt), ct);
        return true;
    }

    /// <summary>Since when it has been granted; null when it is none any more. The grant first, then what lengthened it.</summary>
    private Task<DateTimeOffset?> HoldAsync(Guid grant, CancellationToken ct) =>
        db.FindAsync<DateTimeOffset?>("select decided_at from access_requests where id = @grant and state = 'approved' for update", new { grant }, ct);

    private Task<Guid> OrganizationOfAsync(Guid grant, CancellationToken ct) =>
        db.SingleAsync<Guid>("select organization_id from access_requests where id = @grant", new { grant }, ct);
}
