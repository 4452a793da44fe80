using System.Text.RegularExpressions;

namespace RemoteSupport.Features.Delivery;

/// <summary>What a returned message says (RFC 3464). Only what a mail server says for good counts; "delayed" is none of ours.</summary>
/// <param name="Recipient">The address it was sent to: the return path of the message that came back.</param>
/// <param name="Status">Such as 5.1.1.</param>
/// <param name="Diagnosis">The words of the server that refused it; null where it has none.</param>
internal sealed partial record BounceReport(string? Recipient, string Status, string? Diagnosis)
{
    private const int LongestDiagnosis = 280;

    /// <summary>Whether the message will never arrive.</summary>
    public bool IsFinal => Status is ['5', '.', ..];

    /// <summary>As it is shown: status and words.</summary>
    public string Words
    {
        get
        {
            var text = Diagnosis is null ? Status : Diagnosis.Contains(Status, StringComparison.Ordinal) ? Diagnosis : $"{Status} {Diagnosis}";
            return text.Length <= LongestDiagnosis ? text : text[..(LongestDiagnosis - 1)] + "…";
        }
    }

    /// <summary>Reads a message of type multipart/report; null for anything else, such as somebody's answer.</summary>
    public static BounceReport? Read(string message)
    {
        var text = Folded().Replace(message.ReplaceLineEndings("\n"), " ");
        if (!ReportType().IsMatch(text) || !Action().IsMatch(text) || StatusLine().Match(text) is not { Success: true } status) return null;
        var recipient = DeliveredTo().Match(text);
        var diagnosis = DiagnosisLine().Match(text);
        return new(recipient.Success ? recipient.Groups[1].Value : null, status.Groups[1].Value, diagnosis.Success ? Spaces().Replace(diagnosis.Groups[1].Value, " ").Trim() : null);
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folded();

    [GeneratedRegex(@"^Content-Type:\s*(multipart/report|message/delivery-status)\b", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ReportType();

    [GeneratedRegex(@"^Action:\s*failed\b", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Action();

    [GeneratedRegex(@"^Status:\s*([245]\.\d{1,3}\.\d{1,3})", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex StatusLine();

    [GeneratedRegex(@"^(?:Delivered-To|X-Original-To|To):\s*<?([^\s<>]+@[^\s<>]+)>?\s*$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex DeliveredTo();

    [GeneratedRegex(@"^Diagnostic-Code:\s*(?:[A-Za-z-]+;)?\s*(.+)$", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex DiagnosisLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
