using System.Globalization;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Enters reports under their numbers, one after the other in a tenant, and limits what comes from people who are not signed in.</summary>
internal sealed class Register(Db db, Caller caller, Attachments attachments, StatusLinks links, TimeProvider clock)
{
    /// <summary>How often a job looks whether somebody was reached.</summary>
    public static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    private const int MostOfAddress = 5;
    private const int MostOfNetwork = 20;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>The same report, sent before; whoever comes at the same time waits for the first.</summary>
    public async Task<ReportReceipt?> FindAsync(NewReport report, CancellationToken ct)
    {
        await db.RunAsync("select pg_advisory_xact_lock(hashtextextended(@key, 15))", new { key = report.Id.ToString() }, ct);
        return await db.FindAsync<ReportReceipt>(
            "select id, number from problem_reports where id = @Id and reporter_key = @key", new { report.Id, key = EmailAddress.KeyOf(report.Reporter.Email) }, ct);
    }

    /// <summary>Enters it with its attachments.</summary>
    public async Task<Outcome<ReportReceipt>> EnterAsync(NewReport report, CancellationToken ct)
    {
        var number = await db.SingleAsync<long>(
            "insert into problem_report_numbers as n (last) values (1001) on conflict (tenant_id) do update set last = n.last + 1 returning last", ct: ct);
        if (!report.IsSignedIn && await IsTooOftenAsync(report, ct)) return new RateLimited(Hour);
        // The form's number belongs to a report that somebody else made: nobody's form has that.
        if (await InsertAsync(report, number, ct) == 0) return new NotFound();
        var kept = await attachments.KeepAsync(report.Id, entryId: null, report.Fields.Attachments);
        return kept.Refusal is { } refusal ? refusal : new ReportReceipt(report.Id, number);
    }

    /// <summary>Exact: whoever has taken a number holds all others of the tenant up.</summary>
    private Task<bool> IsTooOftenAsync(NewReport report, CancellationToken ct) =>
        db.SingleAsync<bool>(
            """
            select count(*) filter (where reporter_key = @key) >= @MostOfAddress or count(*) filter (where network = @network) >= @MostOfNetwork
            from problem_reports where network is not null and created_at > @since
            """,
            new { key = EmailAddress.KeyOf(report.Reporter.Email), network = RateLimits.NetworkOf(caller.Address), since = clock.GetUtcNow() - Hour, MostOfAddress, MostOfNetwork }, ct);

    private Task<int> InsertAsync(NewReport report, long number, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.RunAsync(
            """
            insert into problem_reports (
              id, number, organization_id, reporter_id, reporter_name, reporter_email, reporter_key, is_signed_in, network, language,
              application, summary, description, callback_number, diagnostics, created_at, token_hash, due_at)
            values (
              @Id, @number, @organization, @reporter, @name, @email, @key, @IsSignedIn, @network, @language,
              @Application, @Summary, @Description, @Callback, @Diagnostics, @now, @hash, @due)
            on conflict (tenant_id, id) do nothing
            """,
            new
            {
                report.Id, number, organization = report.Customer?.Id, reporter = report.Reporter.Id, name = report.Reporter.Name, email = report.Reporter.Email,
                key = EmailAddress.KeyOf(report.Reporter.Email), report.IsSignedIn,
                network = report.IsSignedIn ? null : RateLimits.NetworkOf(caller.Address), language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                report.Application, report.Summary, report.Description, report.Callback, report.Diagnostics, now, hash = links.HashOf(report.Id), due = report.IsSignedIn ? now + LookAgain : now,
            },
            ct);
    }
}
