using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Takes a report in: number, attachments, mails, all in the running transaction. One that was sent twice is one.</summary>
internal sealed class Reporting(Register register, FirstMails mails, AuditTrail audit, ReportCheck check, LiveEvents live)
{
    /// <summary>The report's receipt; of the first, where it came before.</summary>
    public async Task<Outcome<ReportReceipt>> TakeAsync(ReportFields fields, Customer? customer, Reporter reporter, CancellationToken ct)
    {
        if (!check.Read(fields, customer, reporter).Succeeded(out var report, out var flaw)) return flaw;
        if (await register.FindAsync(report, ct) is { } before)
        {
            audit.Nothing();
            return before;
        }

        if (!(await register.EnterAsync(report, ct)).Succeeded(out var entered, out var refusal)) return refusal;
        if (report.IsSignedIn) await mails.SendAsync(report.Id, ct);
        await live.PublishReportsAsync(customer?.Id, reporter.Id);
        audit.Target("problem_report", report.Id, $"{ReportRules.NumberOf(entered.Number)} {report.Summary}", customer?.Id);
        return entered;
    }
}

/// <summary>Reads what annotations cannot: the application, and the number to call.</summary>
internal sealed class ReportCheck(MultiTenantContextAccessor tenancy, IStringLocalizer localizer)
{
    /// <summary>The report as it can be entered, or what is wrong with it.</summary>
    public Outcome<NewReport> Read(ReportFields fields, Customer? customer, Reporter reporter)
    {
        if ((fields.Application ?? fields.Other) is not { } application) return ValidationFailed.At("application", localizer["Choose the application, or write which one it is."]);
        if (fields.Attachments is { Count: > ReportRules.MostFiles }) return new TooManyFiles();
        var callback = fields.CallbackNumber is null ? null : PhoneNumber.Read(fields.CallbackNumber, customer?.Country ?? tenancy.Tenant.Country);
        if (callback is null && fields.CallbackNumber is not null) return ValidationFailed.At("callbackNumber", localizer["Enter a phone number with its country code, such as +39 06 12345678."]);
        return new NewReport(fields, customer, reporter, application, callback);
    }
}
