using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>What people write beside a request: trimmed, with one kind of line end, and nothing where it is blank.</summary>
internal static class FreeText
{
    /// <summary>Characters at most.</summary>
    public const int Longest = 1000;

    /// <summary>The text as it is kept.</summary>
    public static string? Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : WellFormed.Text(text).ReplaceLineEndings("\n").Trim();
}
