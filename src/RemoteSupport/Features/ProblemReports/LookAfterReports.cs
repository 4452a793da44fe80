using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>
/// The job's work: tells the contacts of reports from people who were not signed in, and the tenant's admins of reports whose every mail to a contact has
/// failed. A report never vanishes (PR-1).
/// </summary>
[OperatorOnly]
public sealed record LookAfterReports : ICommand<int>
{
    internal sealed class Handler(Db db, FirstMails mails, AuditTrail audit, TimeProvider clock) : IRequestHandler<LookAfterReports, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(LookAfterReports request, CancellationToken cancellationToken)
        {
            // Nobody decides anything here; what is told is to be seen on the report.
            audit.Nothing();
            var due = await db.ListAsync<Due>(
                """
                select r.id, r.told_at is not null as is_told,
                  exists (select from problem_report_mails m join messages o on o.id = m.message_id where m.report_id = r.id and m.kind = 'contact' and o.state in ('sent', 'kept')) as is_reached,
                  exists (select from problem_report_mails m join messages o on o.id = m.message_id where m.report_id = r.id and m.kind = 'contact' and o.state = 'queued') as is_waiting
                from problem_reports r
                where r.due_at <= @now
                order by r.due_at
                limit 20
                for update of r skip locked
                """,
                new { now = clock.GetUtcNow() }, cancellationToken);
            foreach (var report in due) await LookAsync(report, cancellationToken);
            return due.Count;
        }

        private Task LookAsync(Due report, CancellationToken ct) => report switch
        {
            { IsTold: false } => mails.SendAsync(report.Id, ct),
            { IsReached: true } => NextLookAsync(report.Id, null, ct),
            { IsWaiting: true } => NextLookAsync(report.Id, clock.GetUtcNow() + Register.LookAgain, ct),
            _ => TellAdminsAsync(report.Id, ct),
        };

        private Task<int> NextLookAsync(Guid id, DateTimeOffset? next, CancellationToken ct) => db.RunAsync("update problem_reports set due_at = @next where id = @id", new { id, next }, ct);

        private async Task TellAdminsAsync(Guid id, CancellationToken ct) => await mails.TellAdminsAsync(await db.SingleAsync<MailedReport>(MailedReport.Sql, new { id }, ct), ct);

        private sealed record Due(Guid Id, bool IsTold, bool IsReached, bool IsWaiting);
    }
}
