using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Somebody was faster: taken or resolved already, by whom it says.</summary>
public sealed record ReportChanged(string State, string Who)
    : Refusal("changed_meanwhile", 409, ChangeSentences.Of(State))
{
    /// <inheritdoc />
    public override object[] Arguments => [Who];

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["state"] = State, ["by"] = Who };
}

/// <summary>What is said of each state that somebody else has brought about.</summary>
internal static class ChangeSentences
{
    public static string Of(string state) => state == "resolved" ? Sentence.Of("{0} has already resolved this report.") : Sentence.Of("{0} has already taken this report.");
}

/// <summary>More attachments than a report or a reply takes.</summary>
public sealed record TooManyFiles() : Refusal("validation_failed", 422, "Five attachments at most.")
{
    /// <inheritdoc />
    public override string? Field => "files";
}

/// <summary>An upload that the caller did not make, or that was swept meanwhile.</summary>
public sealed record FilesMissing() : Refusal("validation_failed", 422, "An attachment is no longer there. Please add it again.")
{
    /// <inheritdoc />
    public override string? Field => "files";
}

/// <summary>The status link is none of ours, or the report has long been resolved.</summary>
public sealed record StatusLinkExpired() : Refusal("link_expired", 410, "This link is no longer valid.");

/// <summary>Two applications of one name could not be told apart.</summary>
public sealed record ApplicationTaken() : Refusal("validation_failed", 422, "There is already an application of this name.")
{
    /// <inheritdoc />
    public override string? Field => "name";
}
