using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What the fields of a report need beside what was typed.</summary>
/// <param name="Applications">The tenant's list.</param>
/// <param name="Uploads">What was uploaded with the form before.</param>
/// <param name="Found">What the page found out, line by line: shown before it is sent.</param>
public sealed record ReportForm(IReadOnlyList<SupportedApplication> Applications, IReadOnlyList<StoredFile> Uploads, IReadOnlyList<Diagnostic> Found);

/// <summary>A line of the diagnostics: what it is, what it says, and whether the reporter lets it stand.</summary>
public sealed record Diagnostic(string Label, string Value, bool IsKept = true)
{
    /// <summary>As it is sent and kept.</summary>
    public string Line => $"{Label}: {Value}";
}
