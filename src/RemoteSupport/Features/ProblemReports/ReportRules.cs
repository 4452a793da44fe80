using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What a report may hold (PR-2), and who speaks for whom about it.</summary>
internal static class ReportRules
{
    /// <summary>Characters of the application's name.</summary>
    public const int LongestApplication = 100;

    /// <summary>Characters of the summary, which is one line.</summary>
    public const int LongestSummary = 200;

    /// <summary>Characters of the description, and of what is said later.</summary>
    public const int LongestText = 10_000;

    /// <summary>Characters of one line of the diagnostics, and how many lines.</summary>
    public const int LongestDiagnostic = 500, MostDiagnostics = 10;

    /// <summary>Attachments of a report, and of each reply.</summary>
    public const int MostFiles = 5;

    /// <summary>The largest body of a form with attachments: a little more than they may be together, so that the form can say which is too many.</summary>
    public const long LargestForm = 64 << 20;

    private const long LargestFile = 10 << 20;

    /// <summary>Pictures, PDF and text: by content, each at most 10 MiB.</summary>
    public static FileRules Files { get; } =
        new(new HashSet<string> { "image/png", "image/jpeg", "image/gif", "image/webp", "application/pdf", "text/plain" }, LargestFile, "files");

    /// <summary>How a report is named beside its summary.</summary>
    public static string NumberOf(long number) => $"#{number}";

    /// <summary>Text as it is kept: trimmed, with one kind of line end; null where it is blank.</summary>
    public static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : WellFormed.Text(text).ReplaceLineEndings("\n").Trim();

    /// <summary>The same as one line.</summary>
    public static string? Line(string? text) => Text(text)?.Replace('\n', ' ');

    /// <summary>On the support's side: partner users, and Support Contacts who did not report it themselves. All others speak for the customer.</summary>
    public static bool IsOfSupport(this Session session, ProblemReport report) =>
        session.Inside is null || (report.IsContact && report.ReporterId != session.AccountId);
}
