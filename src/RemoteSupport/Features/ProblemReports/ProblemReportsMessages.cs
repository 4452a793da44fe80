using System.Text.Json.Serialization;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What all messages about a report have: one thread a report. Number is "#1042".</summary>
public abstract record ProblemReportMessage([property: JsonIgnore] Guid Report) : Message
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Thread => $"report-{Report:N}";
}

/// <summary>Those to the reporter, with the link to the report's state.</summary>
public abstract record ReporterMessage(Guid Report, [property: JsonIgnore] SecretLink Status) : ProblemReportMessage(Report)
{
    /// <summary>Where the button leads.</summary>
    public string Url => Status.Marker;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => [Status];
}

/// <summary>Tells a Support Contact of a new report (PR-1). Attachments are linked, behind sign-in.</summary>
public sealed record ProblemReportedEmail(
    Guid Report, string Number, string Reporter, string ReporterEmail, bool IsSignedIn, string Organization, string Application, string Summary, string Description,
    bool HasCallback, string Callback, bool HasFiles, IReadOnlyList<string> Files, string At, string Url) : ProblemReportMessage(Report);

/// <summary>Tells the tenant's admins of a report that reached no Support Contact, or belongs to no organization.</summary>
public sealed record ProblemReportUnreachedEmail(
    Guid Report, string Number, string Reporter, string ReporterEmail, bool IsUnassigned, string Organization, string Application, string Summary, string Description,
    bool HasCallback, string Callback, string At, string Url) : ProblemReportMessage(Report);

/// <summary>Confirms a report to who made it.</summary>
public sealed record ProblemReportReceivedEmail(Guid Report, SecretLink Status, string Number, string Application, string Summary, string Description, string At)
    : ReporterMessage(Report, Status);

/// <summary>Tells the reporter who looks after it.</summary>
public sealed record ProblemReportTakenEmail(Guid Report, SecretLink Status, string Number, string Summary, string Supporter) : ReporterMessage(Report, Status);

/// <summary>Tells the reporter that it is resolved, with what was said to close it.</summary>
public sealed record ProblemReportResolvedEmail(Guid Report, SecretLink Status, string Number, string Summary, string Supporter, string Text) : ReporterMessage(Report, Status);

/// <summary>Brings a reply to the other side: to the reporter with the link to the state, to the support with the report's page.</summary>
public sealed record ProblemReportRepliedEmail(
    Guid Report, [property: JsonIgnore] SecretLink? Status, [property: JsonIgnore] string Page, string Number, string Summary, string Author, string Text, bool HasFiles, bool IsReopened)
    : ProblemReportMessage(Report)
{
    /// <summary>Where the button leads.</summary>
    public string Url => Status?.Marker ?? Page;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => Status is null ? [] : [Status];
}
