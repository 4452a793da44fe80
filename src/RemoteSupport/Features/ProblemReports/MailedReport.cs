using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>A report as its mails need it, with how its organization and its reporter read.</summary>
internal sealed record MailedReport(
    Guid Id, long Number, Guid? OrganizationId, string? Organization, string? OrganizationLanguage, string? OrganizationTimeZone,
    Guid? ReporterId, string ReporterName, string ReporterEmail, string? ReporterLanguage, string? ReporterTimeZone, bool IsReporterGone, bool IsSignedIn, string Language,
    string Application, string Summary, string Description, string? CallbackNumber, DateTimeOffset CreatedAt, Guid? TakenBy)
{
    /// <summary>One, by @id.</summary>
    public const string Sql =
        """
        select r.id, r.number, r.organization_id, o.name as organization, o.language as organization_language, o.time_zone as organization_time_zone,
          r.reporter_id, r.reporter_name, r.reporter_email, a.language as reporter_language, a.time_zone as reporter_time_zone,
          coalesce(a.status = 'deactivated', false) as is_reporter_gone, r.is_signed_in, r.language,
          r.application, r.summary, r.description, r.callback_number, r.created_at, r.taken_by
        from problem_reports r
        left join organization_gates o on o.id = r.organization_id
        left join accounts a on a.id = r.reporter_id
        where r.id = @id
        """;

    /// <summary>By which people speak of it.</summary>
    public string Name => ReportRules.NumberOf(Number);

    /// <summary>Its page, behind sign-in.</summary>
    public string Page => $"/problem-reports/{Id}";

    /// <summary>Who reported it, in their own language, else the organization's, else that of the form.</summary>
    public Recipient Reporter => new(
        ReporterEmail, ReporterName, ReporterLanguage ?? OrganizationLanguage ?? Language, ReporterTimeZone ?? OrganizationTimeZone);
}

/// <summary>Somebody who is told something of a report.</summary>
/// <param name="Kind">"contact", "admin", "reporter" or "reply".</param>
/// <param name="AccountId">Their account, where they have one.</param>
/// <param name="To">Where, and how they read.</param>
internal sealed record Told(string Kind, Guid? AccountId, Recipient To);
