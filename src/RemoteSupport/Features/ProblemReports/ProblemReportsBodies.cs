namespace RemoteSupport.Features.ProblemReports;

/// <summary>A report as the API takes it.</summary>
public sealed record ReportBody(string? Application, string? Summary, string? Description, string? CallbackNumber = null)
{
    internal ReportProblem For(Guid organizationId, Guid id) =>
        new() { OrganizationId = organizationId, Id = id, Application = Application, Summary = Summary, Description = Description, CallbackNumber = CallbackNumber };
}

/// <summary>What is said.</summary>
public sealed record TextBody(string? Text);

/// <summary>A name.</summary>
public sealed record NameBody(string? Name);

/// <summary>A report as the API shows it.</summary>
public sealed record ProblemReportAnswer(
    Guid Id, long Number, Guid? OrganizationId, string State, string Application, string Summary, string Description, string? CallbackNumber, string ReportedBy,
    DateTimeOffset CreatedAt, string? TakenBy, DateTimeOffset? TakenAt, string? ResolvedBy, DateTimeOffset? ResolvedAt)
{
    internal static ProblemReportAnswer Of(ProblemReport report) => new(
        report.Id, report.Number, report.OrganizationId, report.State, report.Application, report.Summary, report.Description, report.CallbackNumber, report.ReporterName,
        report.CreatedAt, report.TakenByName, report.TakenAt, report.ResolvedByName, report.ResolvedAt);
}

/// <summary>A report with all that belongs to it.</summary>
public sealed record WholeReportAnswer(
    ProblemReportAnswer Report, IReadOnlyList<string> Diagnostics, IReadOnlyList<ReportEntry> Entries, IReadOnlyList<ReportFile> Attachments, IReadOnlyList<ReportDelivery> Deliveries)
{
    internal static WholeReportAnswer Of(WholeReport whole) =>
        new(ProblemReportAnswer.Of(whole.Report), whole.Report.Diagnostics, whole.Entries, whole.Files, whole.Deliveries);
}
