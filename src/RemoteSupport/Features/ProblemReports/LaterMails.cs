using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What is said and done about a report goes to the other side by mail (PR-2).</summary>
internal sealed class LaterMails(Db db, Mailing mailing, Recipients recipients)
{
    /// <summary>The reporter learns who looks after it.</summary>
    public async Task TakenAsync(Guid id, string supporter)
    {
        var report = await FindAsync(id);
        await ToReporterAsync(report, status => new ProblemReportTakenEmail(id, status, report.Name, report.Summary, supporter));
    }

    /// <summary>The reporter learns that it is resolved.</summary>
    public async Task ResolvedAsync(Guid id, string supporter, string? text)
    {
        var report = await FindAsync(id);
        await ToReporterAsync(report, status => new ProblemReportResolvedEmail(id, status, report.Name, report.Summary, supporter, text ?? ""));
    }

    /// <summary>A reply goes to the other side.</summary>
    public async Task RepliedAsync(MailedReport report, Reply reply, CancellationToken ct)
    {
        if (reply.IsOfSupport) await ToReporterAsync(report, status => Message(report, reply, status, ""));
        else
            await mailing.SendAsync(
                report.Id, await recipients.SupportAsync(report, reply.AuthorId, reply.IsReopening, ct), words => Message(report, reply, null, words.LinkTo(report.Page)));
    }

    private static ProblemReportRepliedEmail Message(MailedReport report, Reply reply, SecretLink? status, string page) =>
        new(report.Id, status, page, report.Name, report.Summary, reply.AuthorName, reply.Text, reply.HasFiles, reply.IsReopening);

    private Task<MailedReport> FindAsync(Guid id) => db.SingleAsync<MailedReport>(MailedReport.Sql, new { id });

    /// <summary>Also to one without an account: somebody has answered them, and that is no machine's doing.</summary>
    private Task ToReporterAsync(MailedReport report, Func<SecretLink, Message> write)
    {
        if (report.IsReporterGone) return Task.CompletedTask;
        var status = StatusLinks.To(report.Id);
        return mailing.SendAsync(report.Id, [new Told("reporter", report.ReporterId, report.Reporter)], _ => write(status));
    }
}

/// <summary>What somebody said about a report, and from which side.</summary>
internal sealed record Reply(Guid? AuthorId, string AuthorName, bool IsOfSupport, string Text, bool HasFiles, bool IsReopening);
