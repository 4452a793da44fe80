using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>The mails of a new report (PR-1): to each Support Contact, to the tenant's admins where there is none, and a confirmation to a known reporter.</summary>
internal sealed class FirstMails(Db db, Mailing mailing, Recipients recipients, Attachments attachments, TimeProvider clock)
{
    /// <summary>Queues them in the running transaction.</summary>
    public async Task SendAsync(Guid id, CancellationToken ct)
    {
        var report = await db.SingleAsync<MailedReport>(MailedReport.Sql, new { id }, ct);
        var contacts = await recipients.ContactsAsync(report, ct);
        await db.RunAsync("update problem_reports set told_at = @now, due_at = @next where id = @id", new { id, now = clock.GetUtcNow(), next = clock.GetUtcNow() + Register.LookAgain }, ct);
        if (contacts.Count == 0) await TellAdminsAsync(report, ct);
        else await TellContactsAsync(report, contacts, ct);
        if (report.ReporterId is { } reporter) await ConfirmAsync(report, reporter);
    }

    /// <summary>Tells the tenant's admins, once: nobody else could be reached. After that nothing is due any more.</summary>
    public async Task TellAdminsAsync(MailedReport report, CancellationToken ct)
    {
        await db.RunAsync("update problem_reports set unreached_at = @now, due_at = null where id = @Id", new { report.Id, now = clock.GetUtcNow() }, ct);
        await mailing.SendAsync(report.Id, await recipients.AdminsAsync(ct), words => new ProblemReportUnreachedEmail(
            report.Id, report.Name, report.ReporterName, report.ReporterEmail, report.OrganizationId is null, report.Organization ?? "", report.Application, report.Summary,
            report.Description, report.CallbackNumber is not null, report.CallbackNumber ?? "", words.Instant(report.CreatedAt), words.LinkTo(report.Page)));
    }

    private async Task TellContactsAsync(MailedReport report, IReadOnlyList<Told> contacts, CancellationToken ct)
    {
        var files = (await attachments.ListAsync(report.Id, ct)).Select(file => file.Name).ToArray();
        await mailing.SendAsync(report.Id, contacts, words => new ProblemReportedEmail(
            report.Id, report.Name, report.ReporterName, report.ReporterEmail, report.IsSignedIn, report.Organization ?? "", report.Application, report.Summary, report.Description,
            report.CallbackNumber is not null, report.CallbackNumber ?? "", files.Length > 0, files, words.Instant(report.CreatedAt), words.LinkTo(report.Page)));
    }

    private Task ConfirmAsync(MailedReport report, Guid reporter)
    {
        var status = StatusLinks.To(report.Id);
        return mailing.SendAsync(report.Id, [new Told("reporter", reporter, report.Reporter)], words => new ProblemReportReceivedEmail(
            report.Id, status, report.Name, report.Application, report.Summary, report.Description, words.Instant(report.CreatedAt)));
    }
}
