using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>
/// Writes down what the clock has ended already: undecided requests lapse, grants expire, as of the moment when they did. Nothing waits for it to be safe;
/// it brings the mails, the audit entries and the live events, and frees the places of what can be open once only.
/// </summary>
internal sealed class Closing(Db db, IMediator mediator, EndedGrants summaries, AuditTrail audit, LiveEvents live, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>Those of one organization.</summary>
    public Task CloseOfAsync(Guid organizationId, CancellationToken ct) =>
        CloseAsync("organization_id = @organizationId", "order by extends_id is not null, id for update", new { organizationId, now = clock.GetUtcNow() }, ct);

    /// <summary>A batch of what is due; answers how many they were. What somebody else has in hand is left to them.</summary>
    public Task<int> CloseBatchAsync(CancellationToken ct) =>
        CloseAsync("due_at <= @now", "order by due_at limit @Batch for update skip locked", new { Batch, now = clock.GetUtcNow() }, ct);

    private async Task<int> CloseAsync(string which, string order, object arguments, CancellationToken ct)
    {
        var closed = await db.ListAsync<Closed>(
            $"""
            with over as materialized (
              select id from access_requests
              where {which} and (state = 'pending' and lapses_at <= @now or state = 'approved' and expires_at <= @now)
              {order})
            update access_requests r set
              state = case r.state when 'pending' then 'lapsed' else 'expired' end,
              ended_at = case r.state when 'pending' then r.lapses_at else r.expires_at end,
              due_at = null
            from over, organization_gates o
            where r.id = over.id and o.id = r.organization_id
            returning r.id, r.organization_id, o.name, r.extends_id, r.state
            """,
            arguments, ct);
        if (closed.Count == 0) return 0;

        await TellAsync(closed, ct);
        return closed.Count;
    }

    private async Task TellAsync(IReadOnlyList<Closed> closed, CancellationToken ct)
    {
        var grants = closed.Where(one => one is { State: "expired", ExtendsId: null }).Select(one => one.Id).ToList();
        if (grants.Count > 0) await mediator.Publish(new AccessEnded(grants, "expired", null), ct);
        await summaries.TellOwnersAsync(grants, ct);
        await audit.WriteOwnAsync([.. closed.Select(Entry)]);
        await live.PublishAllAsync([Topics.Support, .. closed.Select(one => Topics.Organization(one.OrganizationId)).Distinct()], Topics.Access);
    }

    private static OwnEntry Entry(Closed one) => one.State == "lapsed"
        ? new("RequestLapsed", "access_request", one.Id, one.Name, one.OrganizationId, "state", "pending", "lapsed")
        : new("AccessExpired", "access_request", one.Id, one.Name, one.OrganizationId, "state", "approved", "expired");

    private sealed record Closed(Guid Id, Guid OrganizationId, string Name, Guid? ExtendsId, string State);
}
