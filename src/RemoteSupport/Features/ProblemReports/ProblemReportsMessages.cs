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
[MessageText("Problem reported", "To each Support Contact of the organization that reports a problem.")]
public sealed record ProblemReportedEmail(
    Guid Report, string Number, string Reporter, string ReporterEmail, bool IsSignedIn, string Organization, string Application, string Summary, string Description,
    bool HasCallback, string Callback, bool HasFiles, IReadOnlyList<string> Files, string At, string Url)
    : ProblemReportMessage(Report), IMessage<ProblemReportedEmail>
{
    /// <inheritdoc />
    public static ProblemReportedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, "#1042", "Giulia Conti", "giulia.conti@example.com", IsSignedIn: true, "Ponte Tech SpA", words.Localizer["Telephony"], words.Localizer["Telephones do not ring"], words.Localizer["The telephones on the second floor have not been ringing since this morning."], HasCallback: true, "+39 06 5550 1234", HasFiles: true, ["screen.png"], words.In(TimeSpan.FromMinutes(-1)), words.LinkTo("/problem-reports"));
    }
}

/// <summary>Tells the tenant's admins of a report that reached no Support Contact, or belongs to no organization.</summary>
[MessageText("Problem report reached nobody", "To the tenant’s administrators when a report reached no Support Contact or belongs to no organization.")]
public sealed record ProblemReportUnreachedEmail(
    Guid Report, string Number, string Reporter, string ReporterEmail, bool IsUnassigned, string Organization, string Application, string Summary, string Description,
    bool HasCallback, string Callback, string At, string Url)
    : ProblemReportMessage(Report), IMessage<ProblemReportUnreachedEmail>
{
    /// <inheritdoc />
    public static ProblemReportUnreachedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, "#1042", "Giulia Conti", "giulia.conti@example.com", IsUnassigned: false, "Ponte Tech SpA", words.Localizer["Telephony"], words.Localizer["Telephones do not ring"], words.Localizer["The telephones on the second floor have not been ringing since this morning."], HasCallback: true, "+39 06 5550 1234", words.In(TimeSpan.FromMinutes(-1)), words.LinkTo("/problem-reports"));
    }
}

/// <summary>Confirms a report to who made it.</summary>
[MessageText("Problem report received", "To whoever reported a problem, as a confirmation.")]
public sealed record ProblemReportReceivedEmail(Guid Report, SecretLink Status, string Number, string Application, string Summary, string Description, string At)
    : ReporterMessage(Report, Status), IMessage<ProblemReportReceivedEmail>
{
    /// <inheritdoc />
    public static ProblemReportReceivedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, words.Link(), "#1042", words.Localizer["Telephony"], words.Localizer["Telephones do not ring"], words.Localizer["The telephones on the second floor have not been ringing since this morning."], words.In(TimeSpan.FromMinutes(-1)));
    }
}

/// <summary>Tells the reporter who looks after it.</summary>
[MessageText("Problem report taken", "To whoever reported a problem, when a supporter looks after it.")]
public sealed record ProblemReportTakenEmail(Guid Report, SecretLink Status, string Number, string Summary, string Supporter)
    : ReporterMessage(Report, Status), IMessage<ProblemReportTakenEmail>
{
    /// <inheritdoc />
    public static ProblemReportTakenEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, words.Link(), "#1042", words.Localizer["Telephones do not ring"], "Anna Berger");
    }
}

/// <summary>Tells the reporter that it is resolved, with what was said to close it.</summary>
[MessageText("Problem report resolved", "To whoever reported a problem, when it is resolved.")]
public sealed record ProblemReportResolvedEmail(Guid Report, SecretLink Status, string Number, string Summary, string Supporter, string Text)
    : ReporterMessage(Report, Status), IMessage<ProblemReportResolvedEmail>
{
    /// <inheritdoc />
    public static ProblemReportResolvedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, words.Link(), "#1042", words.Localizer["Telephones do not ring"], "Anna Berger", words.Localizer["The telephones ring again; a cable was loose."]);
    }
}

/// <summary>Brings a reply to the other side: to the reporter with the link to the state, to the support with the report's page.</summary>
[MessageText("Reply to a problem report", "To the other side of a report’s conversation.")]
public sealed record ProblemReportRepliedEmail(
    Guid Report, [property: JsonIgnore] SecretLink? Status, [property: JsonIgnore] string Page, string Number, string Summary, string Author, string Text, bool HasFiles, bool IsReopened)
    : ProblemReportMessage(Report), IMessage<ProblemReportRepliedEmail>
{
    /// <inheritdoc />
    public static ProblemReportRepliedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(Guid.Empty, words.Link(), words.LinkTo("/problem-reports"), "#1042", words.Localizer["Telephones do not ring"], "Anna Berger", words.Localizer["The telephones ring again; a cable was loose."], HasFiles: false, IsReopened: false);
    }

    /// <summary>Where the button leads.</summary>
    public string Url => Status?.Marker ?? Page;

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<SecretLink> Links => Status is null ? [] : [Status];
}
