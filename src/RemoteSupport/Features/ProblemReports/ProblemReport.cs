namespace RemoteSupport.Features.ProblemReports;

/// <summary>A report (PR-2). State is "open", "taken" or "resolved"; IsContact: the caller was told of it as one who looks after it.</summary>
public sealed record ProblemReport(
    Guid Id, long Number, Guid? OrganizationId, string? OrganizationName, Guid? ReporterId, string ReporterName, string ReporterEmail, bool IsSignedIn,
    string Application, string Summary, string Description, string? CallbackNumber, IReadOnlyList<string> Diagnostics, string State, DateTimeOffset CreatedAt,
    Guid? TakenBy, string? TakenByName, DateTimeOffset? TakenAt, Guid? ResolvedBy, string? ResolvedByName, DateTimeOffset? ResolvedAt, DateTimeOffset? UnreachedAt, bool IsContact)
{
    /// <summary>Every state, in a report's order.</summary>
    public static IReadOnlyList<string> States { get; } = ["open", "taken", "resolved"];

    /// <summary>By which people speak of it: "#1042".</summary>
    public string Name => ReportRules.NumberOf(Number);
}
