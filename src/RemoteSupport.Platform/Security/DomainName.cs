using System.Globalization;

namespace RemoteSupport.Platform.Security;

/// <summary>A host name with at least one dot, as RFC 5321 4.1.2 lets it stand in an address; also an internationalized one.</summary>
internal static class DomainName
{
    private const int MaximumLength = 253;
    private const int MaximumLabelLength = 63;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>The name as DNS knows it, or null if it is none.</summary>
    internal static string? ToAscii(string text)
    {
        if (Map(text)?.ToLowerInvariant() is not { Length: <= MaximumLength } ascii)
            return null;

        var labels = ascii.Split('.');
        return labels.Length > 1 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit) && labels.All(IsReadable) ? ascii : null;
    }

    /// <summary>An A-label stands for one that may be written in its script (RFC 5890 2.3.2.1).</summary>
    private static bool IsReadable(string label) => !label.StartsWith("xn--", StringComparison.Ordinal) || (Try(Idn.GetUnicode, label) is { } written && IdnLabel.IsOne(written));

    private static string? Map(string text) => Try(Idn.GetAscii, text);

    private static string? Try(Func<string, string> map, string text)
    {
        try
        {
            return map(text);
        }
        catch (ArgumentException)
        {
            // The only way in which IdnMapping says no.
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= MaximumLabelLength
        && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
