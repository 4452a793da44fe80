using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>A report's state for who has its link; no sign-in is needed, and looking uses nothing up (AC-11).</summary>
[OpenToAll]
public sealed record FindReportStatus : IQuery<ReportStatus>
{
    /// <summary>The link's secret.</summary>
    public string? Token { get; init; }

    internal sealed class Handler(Db db, StatusLinks links, Thread thread, Attachments attachments) : IRequestHandler<FindReportStatus, Outcome<ReportStatus>>
    {
        public async Task<Outcome<ReportStatus>> Handle(FindReportStatus request, CancellationToken cancellationToken)
        {
            if (await links.FindAsync(request.Token, cancellationToken) is not { } id) return new StatusLinkExpired();
            var report = await db.SingleAsync<Row>(
                """
                select r.number, r.application, r.summary, r.description, r.state, r.created_at, taker.name as taken_by_name
                from problem_reports r
                left join accounts taker on taker.id = r.taken_by
                where r.id = @id
                """,
                new { id }, cancellationToken);
            return new ReportStatus(
                ReportRules.NumberOf(report.Number), report.Application, report.Summary, report.Description, report.State, report.CreatedAt, report.TakenByName,
                await thread.ListAsync(id, cancellationToken), await attachments.ListAsync(id, cancellationToken));
        }

        private sealed record Row(long Number, string Application, string Summary, string Description, string State, DateTimeOffset CreatedAt, string? TakenByName);
    }
}

/// <summary>What the reporter's link shows: their own words, what was said since, and how it stands.</summary>
public sealed record ReportStatus(
    string Name, string Application, string Summary, string Description, string State, DateTimeOffset CreatedAt, string? TakenByName,
    IReadOnlyList<ReportEntry> Entries, IReadOnlyList<ReportFile> Files);
