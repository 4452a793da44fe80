using System.Globalization;
using System.Net;
using System.Text.Json;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Audit;

/// <summary>
/// Reads the trail for whom it is: from inside an organization that organization's; a tenant admin's is the tenant's, which is all but what a customer who
/// manages their own organization does in it (that is seen from inside only).
/// </summary>
internal sealed class AuditRows(Db db, Caller caller)
{
    /// <summary>An entry's id and its time are taken one after the other.</summary>
    private const long SlackMilliseconds = 1000;

    /// <summary>Why these entries cannot be asked for; null when they can.</summary>
    public async Task<Refusal?> RefusalOfAsync(AuditFilter filter, CancellationToken ct)
    {
        if (filter.OrganizationId is not { } id || id == caller.SignedIn.Inside) return null;
        var isKnown = caller.SignedIn.Inside is null && await db.SingleAsync<bool>("select exists (select from organization_gates where id = @id)", new { id }, ct);
        return isKnown ? null : new NotFound();
    }

    /// <summary>The newest entries below an id.</summary>
    public async Task<IReadOnlyList<AuditEvent>> ReadAsync(AuditFilter filter, Guid? below, int limit, CancellationToken ct)
    {
        var rows = await db.ListAsync<Row>(
            $"""
            select e.id, e.at, e.action, e.actor_id, e.actor_role, e.acting_as, e.remote_login_id, e.ip, e.organization_id, o.name as organization_name,
                   e.target_kind, e.target_id, d.details::text as details
            from audit_events e
            left join audit_details d on d.event_id = e.id
            left join organization_gates o on o.id = e.organization_id
            where {string.Join("\n  and ", Conditions(filter, below))}
            order by e.id desc
            limit @limit
            """,
            new
            {
                organization = caller.SignedIn.Inside ?? filter.OrganizationId, filter.From, filter.To, filter.ActorId, filter.Action, filter.TargetId, below, limit,
                firstId = IdAt(filter.From, -SlackMilliseconds), lastId = IdAt(filter.To, SlackMilliseconds),
            },
            ct);
        return [.. rows.Select(row => row.Event)];
    }

    /// <summary>Only what is asked for stands in the query, so that each has its index.</summary>
    private IEnumerable<string> Conditions(AuditFilter filter, Guid? below)
    {
        if (caller.SignedIn.Inside is null) yield return Tenants;
        if (caller.SignedIn.Inside is not null || filter.OrganizationId is not null) yield return "e.organization_id = @organization";
        if (below is not null) yield return "e.id < @below";
        if (filter.From is not null) yield return "e.id >= @firstId and e.at >= @From";
        if (filter.To is not null) yield return "e.id < @lastId and e.at < @To";
        if (filter.ActorId is not null) yield return "e.actor_id = @ActorId";
        if (filter.IsRemote) yield return "e.acting_as is not null";
        if (filter.Action is { } action) yield return action.All(char.IsAsciiLetter) ? "e.action = @Action" : "false";
        if (filter.TargetId is not null) yield return "e.target_id = @TargetId";
    }

    /// <summary>What the partner's own people did, but inside customers that manage themselves; what belongs to no organization; and what happened in those that the partner manages.</summary>
    private const string Tenants =
        """
        (e.organization_id is null
         or (e.acting_as is null and exists (select from accounts p where p.id = e.actor_id and p.organization_id is null))
         or exists (select from organization_gates g where g.id = e.organization_id and g.managed_by = 'service_provider'))
        """;

    /// <summary>The first id that an entry of this moment could have: ids begin with their time (RFC 9562, version 7).</summary>
    private static Guid? IdAt(DateTimeOffset? at, long slack)
    {
        if (at is not { } moment) return null;
        var time = Math.Max(0, moment.ToUnixTimeMilliseconds() + slack).ToString("x12", CultureInfo.InvariantCulture);
        return Guid.Parse($"{time[..8]}-{time[8..]}-7000-8000-000000000000");
    }

    private sealed record Row(
        Guid Id, DateTimeOffset At, string Action, Guid? ActorId, string? ActorRole, string? ActingAs, Guid? RemoteLoginId, IPAddress? Ip, Guid? OrganizationId, string? OrganizationName,
        string? TargetKind, Guid? TargetId, string? Details)
    {
        /// <summary>Without details when a person's have been erased.</summary>
        public AuditEvent Event
        {
            get
            {
                using var details = JsonDocument.Parse(Details ?? "{}");
                return new AuditEvent(
                    Id, At, Action, new AuditActor(ActorId, Text(details, "actor"), ActorRole, ActingAs, RemoteLoginId), Ip, OrganizationId, OrganizationName,
                    TargetKind is { } kind ? new AuditTarget(kind, TargetId, Text(details, "target")) : null)
                {
                    Changes = details.RootElement.TryGetProperty("changes", out var changes) ? [.. changes.EnumerateObject().Select(Change)] : [],
                };
            }
        }

        private static string? Text(JsonDocument details, string name) => details.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;

        private static AuditChange Change(JsonProperty field) => new(field.Name, field.Value.GetProperty("before").Clone(), field.Value.GetProperty("after").Clone());
    }
}
