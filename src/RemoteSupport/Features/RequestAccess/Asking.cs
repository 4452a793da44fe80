using RemoteSupport.Features.RemoteLogin;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Puts a question to an organization's owner: a request, or one for more time (RA-3, RA-10). The organization's turn is taken before.</summary>
internal sealed class Asking(Db db, Requests requests, Owners owners, Limits limits, OwnerMails mails, Caller caller, Clocks clocks, AuditTrail audit, LiveEvents live)
{
    /// <summary>The request as it stands then, or why there can be none.</summary>
    public async Task<Outcome<AccessRequest>> AskAsync(Gate gate, Question question, CancellationToken ct)
    {
        var owner = await owners.FindAsync(gate.Id, ct);
        var refusal = ObstacleOf(gate, owner) ?? await OpenAsync(gate.Id, question, ct) ?? await limits.CheckAsync(gate.Id, ct);
        if (refusal is not null) return refusal;

        var id = Guid.CreateVersion7(clocks.Now);
        if (!await InsertAsync(id, gate, question, ct)) return (await OpenAsync(gate.Id, question, ct))!;
        var asked = (await requests.FindAsync(id, ct))!;
        await mails.RequestedAsync(asked, gate, owner!);
        audit.Target("access_request", id, gate.Name, gate.Id);
        audit.Changed("state", null, asked.State);
        audit.Changed("duration", null, IsoDuration.Write(question.Duration));
        if (question.Note is not null) audit.Changed("note", null, question.Note);
        await live.PublishAccessAsync(gate.Id, Topics.Access);
        return asked;
    }

    private static Refusal? ObstacleOf(Gate gate, Owner? owner) => gate switch
    {
        { ManagedBy: "service_provider" } => new ManagedByServiceProvider(),
        { Status: "suspended" } => new SuspendedOrganization(),
        _ => owner is null ? new OwnerMissing() : null,
    };

    /// <summary>What is open already: a request in any case, access unless it is to be lengthened.</summary>
    private async Task<Refusal?> OpenAsync(Guid organizationId, Question question, CancellationToken ct)
    {
        var open = await requests.ListAsync("r.organization_id = @organizationId and r.state in ('pending', 'approved')", new { organizationId }, 10, ct);
        if (open.FirstOrDefault(one => one.IsPending) is { } pending)
            return new RequestPending(pending.Id, pending.RequesterName, pending.CreatedAt, clocks.Instant(pending.CreatedAt));
        if (question.Extends is { } grant && await IsSentAwayAsync(grant, ct)) return new EndedByCustomer();
        return question.Extends is null && open.FirstOrDefault(one => one.IsActive) is { } active
            ? new AccessActive(active.Grant, active.ExpiresAt!.Value, clocks.Instant(active.ExpiresAt.Value))
            : null;
    }

    /// <summary>Whoever was sent away on a grant does not enter on it again (RA-15), however long it becomes: there is nothing to ask for.</summary>
    private Task<bool> IsSentAwayAsync(Guid grant, CancellationToken ct) =>
        db.SingleAsync<bool>(
            "select exists (select from logins_under_grants where grant_id = @grant and account_id = @AccountId and end_reason = 'ended_by_customer')",
            new { grant, caller.SignedIn.AccountId }, ct);

    private async Task<bool> InsertAsync(Guid id, Gate gate, Question question, CancellationToken ct)
    {
        var lapsesAt = clocks.Now + AccessRules.LapsesAfter;
        return await db.RunAsync(
            """
            insert into access_requests (id, organization_id, requester_id, extends_id, state, requested_duration, note, created_at, lapses_at, due_at)
            values (@id, @Organization, @Requester, @Extends, 'pending', @Duration, @Note, @Now, @lapsesAt, @lapsesAt)
            on conflict do nothing
            """,
            new { id, Organization = gate.Id, Requester = caller.SignedIn.AccountId, question.Extends, question.Duration, question.Note, clocks.Now, lapsesAt }, ct) == 1;
    }
}

/// <summary>What is asked for: how long, why, and (for more time) of which grant.</summary>
internal sealed record Question(TimeSpan Duration, string? Note, Guid? Extends = null);
