using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>A server's words in the form that may be kept: short, printable, and without what was confidential in ours (DL-5).</summary>
internal static partial class SafeReply
{
    private const int Longest = 300;
    private const string Mask = "…";

    /// <param name="reply">What the server said.</param>
    /// <param name="secrets">Texts that it must not give back.</param>
    public static string Of(SmtpReply reply, IEnumerable<string> secrets)
    {
        var text = reply.ToString();
        foreach (var secret in secrets.Where(s => s.Length > 0)) text = text.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase);
        return Printable(text);
    }

    /// <summary>The same of what a gateway said, which may quote the text that it got.</summary>
    public static string Of(string reply, string text, IEnumerable<string> secrets)
    {
        foreach (var secret in secrets.Where(secret => secret.Length > 0)) reply = reply.Replace(secret, Mask, StringComparison.OrdinalIgnoreCase);
        return Printable(LongWord().Replace(reply, match => text.Contains(match.Value, StringComparison.OrdinalIgnoreCase) ? Mask : match.Value)).Trim();
    }

    /// <summary>Spam filters quote the links they dislike: long words that stand in the message are masked.</summary>
    public static string Of(SmtpReply reply, OutgoingMail mail) =>
        Printable(LongWord().Replace(reply.ToString(), match => StandsIn(mail, match.Value) ? Mask : match.Value));

    private static bool StandsIn(OutgoingMail mail, string word) =>
        mail.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
        || mail.Html?.Contains(word, StringComparison.OrdinalIgnoreCase) == true;

    private static string Printable(string text)
    {
        var printable = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return printable.Length <= Longest ? printable : printable[..(Longest - 1)] + Mask;
    }

    [GeneratedRegex("[A-Za-z0-9_-]{16,}", RegexOptions.CultureInvariant)]
    private static partial Regex LongWord();
}
