using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Splits what people wrote into the words of a header (RFC 5322), encoded where they must be (RFC 2047).</summary>
internal static class HeaderText
{
    /// <summary>A line may have 998 characters; a word must leave room for the header's name.</summary>
    public const int LongestWord = 900;

    /// <summary>UTF-8 bytes in an encoded word: 60 characters with its frame, so that it fits beside a header's name.</summary>
    private const int EncodedBytes = 36;

    private const int LongestPlainName = 60;

    /// <summary>The words of a free text such as a subject.</summary>
    public static IEnumerable<string> Words(string text)
    {
        var clean = Clean(text);
        return IsPlain(clean) ? clean.Split(' ') : Encoded(clean);
    }

    /// <summary>The words of a name that stands before an address.</summary>
    public static IEnumerable<string> NameWords(string name)
    {
        var clean = Clean(name);
        if (!IsPlain(clean) || clean.Length > LongestPlainName) return Encoded(clean);
        if (clean.All(c => char.IsAsciiLetterOrDigit(c) || c == ' ')) return clean.Split(' ');
        var quoted = clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        return $"\"{quoted}\"".Split(' ');
    }

    private static bool IsPlain(string text) =>
        Ascii.IsValid(text) && !text.Contains("=?", StringComparison.Ordinal) && text.Split(' ').All(w => w.Length <= LongestWord);

    /// <summary>Every run of spaces and control characters, line breaks included, becomes one space.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsControl(c) && c is not (' ' or '\u2028' or '\u2029')) clean.Append(c);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
        }
        return clean.ToString().TrimEnd(' ');
    }

    private static IEnumerable<string> Encoded(string text)
    {
        var word = new List<byte>(EncodedBytes);
        var bytes = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(bytes);
            if (word.Count + count > EncodedBytes)
            {
                yield return EncodedWord(word);
                word.Clear();
            }
            word.AddRange(bytes.AsSpan(0, count));
        }
        if (word.Count > 0) yield return EncodedWord(word);
    }

    private static string EncodedWord(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
