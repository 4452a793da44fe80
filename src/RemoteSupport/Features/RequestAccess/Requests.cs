using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Reads requests as they stand by the clock, half-open: at exactly its end a grant is over, whatever its row still says.</summary>
internal sealed class Requests(Db db, Caller caller, Clocks clocks)
{
    /// <summary>How a request stands at @now.</summary>
    public const string State =
        "case when r.state = 'pending' and r.lapses_at <= @now then 'lapsed' when r.state = 'approved' and r.expires_at <= @now then 'expired' else r.state end";

    private const string Columns =
        $"""
        select r.id, r.organization_id, o.name as organization_name, {State} as state, r.requested_duration, r.granted_duration, r.note,
          r.requester_id, requester.name as requester_name, r.created_at, r.lapses_at, r.extends_id,
          r.decided_by, decider.name as decided_by_name, r.decided_at, r.expires_at,
          coalesce(r.ended_at, case when r.state = 'pending' and r.lapses_at <= @now then r.lapses_at when r.state = 'approved' and r.expires_at <= @now then r.expires_at end) as ended_at,
          r.ended_by, ender.name as ended_by_name, r.reason
        from access_requests r
        join organization_gates o on o.id = r.organization_id
        join accounts requester on requester.id = r.requester_id
        left join accounts decider on decider.id = r.decided_by
        left join accounts ender on ender.id = r.ended_by

        """;

    /// <summary>A request, where the caller may see it: partner users all of the tenant's, others those of the organization they are inside.</summary>
    public Task<AccessRequest?> FindAsync(Guid id, CancellationToken ct = default) =>
        db.FindAsync<AccessRequest>(Columns + "where r.id = @id and (@Inside::uuid is null or r.organization_id = @Inside)", new { id, caller.SignedIn.Inside, clocks.Now }, ct);

    /// <summary>Requests that meet a condition, the newest first.</summary>
    public Task<IReadOnlyList<AccessRequest>> ListAsync(string condition, object arguments, int limit, CancellationToken ct)
    {
        var all = new Dapper.DynamicParameters(arguments);
        all.AddDynamicParams(new { clocks.Now, limit });
        return db.ListAsync<AccessRequest>($"{Columns}where {condition} order by r.id desc limit @limit", all, ct);
    }

    /// <summary>Why nothing more can be decided about a request that is not pending.</summary>
    public Refusal DecidedAlready(AccessRequest request)
    {
        var (who, at) = request.State is "approved" or "rejected"
            ? (request.DecidedByName, request.DecidedAt!.Value)
            : (request.EndedByName, request.EndedAt!.Value);
        return new AlreadyDecided(request.State, who, at, clocks.Instant(at));
    }

    /// <summary>Why nothing can be done with a grant that is none, or none any more.</summary>
    public Refusal NotActive(AccessRequest request) => request.IsPending ? new NotDecidedYet() : DecidedAlready(request);
}
