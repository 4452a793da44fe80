using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Reads reports as far as the caller sees them, and tells open pages that one changed.</summary>
internal sealed class Reports(Db db, Sight sight, AuditTrail audit, LiveEvents live)
{
    private const string Columns =
        $"""
        select r.id, r.number, r.organization_id, o.name as organization_name, r.reporter_id, r.reporter_name, r.reporter_email, r.is_signed_in,
          r.application, r.summary, r.description, r.callback_number, r.diagnostics, r.state, r.created_at,
          r.taken_by, taker.name as taken_by_name, r.taken_at, r.resolved_by, resolver.name as resolved_by_name, r.resolved_at, r.unreached_at, {Sight.IsContact} as is_contact
        from problem_reports r
        left join organization_gates o on o.id = r.organization_id
        left join accounts taker on taker.id = r.taken_by
        left join accounts resolver on resolver.id = r.resolved_by

        """;

    /// <summary>A report that the caller may see; null when there is none.</summary>
    public Task<ProblemReport?> FindAsync(Guid id, CancellationToken ct = default) =>
        db.FindAsync<ProblemReport>($"{Columns}where r.id = @id and {sight.Condition}", sight.Values(new { id }), ct);

    /// <summary>Those that also meet a condition, the newest first.</summary>
    public Task<IReadOnlyList<ProblemReport>> ListAsync(string condition, object arguments, CancellationToken ct) =>
        db.ListAsync<ProblemReport>($"{Columns}where {sight.Condition}{condition} order by r.number desc limit @rows", sight.Values(arguments), ct);

    /// <summary>Writes down in the trail what the command is about, and lets open pages hear of it.</summary>
    public Task ChangedAsync(ProblemReport report)
    {
        audit.Target("problem_report", report.Id, $"{report.Name} {report.Summary}", report.OrganizationId);
        return live.PublishReportsAsync(report.OrganizationId, report.ReporterId);
    }
}
