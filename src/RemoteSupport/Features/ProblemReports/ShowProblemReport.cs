using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>A report with everything that was said, its attachments, and who was told of it.</summary>
[Requires(Permission.Organizations, Permission.LookInside, Permission.ReportProblem), PersonalData(IsQuiet = true)]
public sealed record ShowProblemReport(Guid Id) : IQuery<WholeReport>
{
    internal sealed class Handler(Reports reports, Thread thread, Attachments attachments, Db db, Caller caller) : IRequestHandler<ShowProblemReport, Outcome<WholeReport>>
    {
        public async Task<Outcome<WholeReport>> Handle(ShowProblemReport request, CancellationToken cancellationToken)
        {
            if (await reports.FindAsync(request.Id, cancellationToken) is not { } report) return new NotFound();
            var isOfSupport = caller.SignedIn.IsOfSupport(report);
            return new WholeReport(
                report, await thread.ListAsync(report.Id, cancellationToken), await attachments.ListAsync(report.Id, cancellationToken),
                await DeliveriesAsync(report.Id, isOfSupport, cancellationToken), isOfSupport, caller.May(Permission.Organizations) || caller.May(Permission.ReportProblem));
        }

        // A customer reads which of their contacts were reached; a partner user's address and what a server said are the support's.
        private async Task<IReadOnlyList<ReportDelivery>> DeliveriesAsync(Guid id, bool isOfSupport, CancellationToken ct)
        {
            var all = await db.ListAsync<ReportDelivery>(
                """
                select m.kind, m.name, case when m.name is null or @isOfSupport then m.address end as address, coalesce(o.state, 'sent') as state,
                  case when @isOfSupport then o.last_error end as reason, o.sent_at
                from problem_report_mails m
                left join messages o on o.id = m.message_id
                where m.report_id = @id
                order by m.message_id
                """,
                new { id, isOfSupport }, ct);
            if (isOfSupport) return all;
            return caller.May(Permission.LookInside) ? [.. all.Where(mail => mail.Kind == "contact")] : [.. all.Where(mail => mail.Kind == "contact").Select(mail => mail with { Name = null, Address = null })];
        }
    }
}

/// <summary>A report as its page shows it to the caller.</summary>
/// <param name="Report">Itself.</param>
/// <param name="Entries">Its thread.</param>
/// <param name="Files">Its attachments, and those of the replies.</param>
/// <param name="Deliveries">Who was told of it; as much of it as the caller may know.</param>
/// <param name="IsOfSupport">The caller looks after it: may take and resolve it.</param>
/// <param name="MayReply">The caller may say something.</param>
public sealed record WholeReport(
    ProblemReport Report, IReadOnlyList<ReportEntry> Entries, IReadOnlyList<ReportFile> Files, IReadOnlyList<ReportDelivery> Deliveries, bool IsOfSupport, bool MayReply);

/// <summary>A mail about a report and what became of it: "queued", "sent", "kept" (in the local outbox) or "failed" with the reason.</summary>
public sealed record ReportDelivery(string Kind, string? Name, string? Address, string State, string? Reason, DateTimeOffset? SentAt);
