using System.Globalization;
using System.Text;

namespace RemoteSupport.Platform.Localization;

/// <summary>The quoted texts of a PO file: C's escapes inside, nothing but blanks after the closing quote.</summary>
internal static class PoText
{
    private const string Letters = "ntrabfv\"\\";
    private const string Meanings = "\n\t\r\a\b\f\v\"\\";

    /// <summary>The text whose opening quote stands at <paramref name="quote"/>.</summary>
    /// <exception cref="PoTextException">No closing quote, an unknown escape, or something after the end.</exception>
    public static string Unquote(string line, int quote)
    {
        var text = new StringBuilder();
        var at = quote + 1;
        while (at < line.Length && line[at] != '"')
        {
            if (line[at] == '\\')
                text.Append(Unescape(line, ref at));
            else
                text.Append(line[at++]);
        }
        if (at >= line.Length)
            throw new PoTextException(line.Length, "The closing quote is missing.");
        if (!line.AsSpan(at + 1).IsWhiteSpace())
            throw new PoTextException(at + 1, "Nothing may follow the closing quote.");
        return text.ToString();
    }

    /// <summary>The text in quotes, as a PO file holds it.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            var letter = Meanings.IndexOf(character, StringComparison.Ordinal);
            _ = letter < 0 ? quoted.Append(character) : quoted.Append('\\').Append(Letters[letter]);
        }
        return quoted.Append('"').ToString();
    }

    private static char Unescape(string line, ref int at)
    {
        var start = at++;
        var escape = at < line.Length ? line[at] : '\0';
        var letter = Letters.IndexOf(escape, StringComparison.Ordinal);
        if (letter >= 0)
        {
            at++;
            return Meanings[letter];
        }
        if (escape is 'x' && Digits(line, at + 1, 2, char.IsAsciiHexDigit) is { Length: > 0 } hex)
        {
            at += 1 + hex.Length;
            return (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }
        if (Digits(line, at, 3, digit => digit is >= '0' and <= '7') is { Length: > 0 } octal)
        {
            at += octal.Length;
            return (char)Convert.ToInt32(octal, 8);
        }
        throw new PoTextException(start, "Unknown escape.");
    }

    private static string Digits(string line, int from, int most, Func<char, bool> isDigit) =>
        new([.. line.Skip(from).Take(most).TakeWhile(isDigit)]);
}

/// <summary>A fault in a quoted text; <see cref="Index"/> counts from 0 in its line.</summary>
internal sealed class PoTextException(int index, string fault) : FormatException(fault)
{
    public int Index { get; } = index;
}
