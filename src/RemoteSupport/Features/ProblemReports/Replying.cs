using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Adds a reply to a report, signed in or by the status link.</summary>
internal sealed class Replying(Db db, Thread thread, Attachments attachments, LaterMails mails, AuditTrail audit)
{
    /// <summary>Writes it, keeps its files, tells the other side; null when it is done.</summary>
    public async Task<Refusal?> AddAsync(Guid reportId, Reply reply, IReadOnlyList<Guid>? uploads, CancellationToken ct)
    {
        // As it was before, with who had taken it: they are told also when that is taken back below.
        var report = await db.SingleAsync<MailedReport>(MailedReport.Sql + " for no key update of r", new { id = reportId }, ct);
        var isReopening = !reply.IsOfSupport && await ReopenAsync(reportId, ct);
        var said = reply with { IsReopening = isReopening };
        var entry = await thread.AddAsync(reportId, isReopening ? "reopened" : "replied", said);
        if ((await attachments.KeepAsync(reportId, entry, uploads)).Refusal is { } refusal) return refusal;
        if (isReopening) audit.Changed("state", "resolved", "open");
        await mails.RepliedAsync(report, said, ct);
        return null;
    }

    private async Task<bool> ReopenAsync(Guid id, CancellationToken ct) =>
        await db.RunAsync(
            "update problem_reports set state = 'open', taken_by = null, taken_at = null, resolved_by = null, resolved_at = null where id = @id and state = 'resolved'", new { id }, ct) == 1;
}
