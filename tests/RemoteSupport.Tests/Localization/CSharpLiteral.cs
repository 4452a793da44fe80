using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RemoteSupport.Tests.Localization;

/// <summary>A string literal in C#: plain, verbatim or raw. Of an interpolated one only the end is known, for its text is none.</summary>
internal sealed record CSharpLiteral(string Text, int End, bool IsInterpolated)
{
    private const int ShortestRaw = 3;
    private const string Letters = "0abefnrtv";
    private const string Meanings = "\0\a\b\e\f\n\r\t\v";
    private static readonly Regex Opening = new("""\G(?<prefix>[$@]*)(?<quotes>"+)""");
    private static readonly Regex HexEscape = new("""\G(u(?<hex>[0-9a-fA-F]{4})|U(?<hex>[0-9a-fA-F]{8})|x(?<hex>[0-9a-fA-F]{1,4}))""");

    /// <summary>The literal that begins at this place, or null.</summary>
    public static CSharpLiteral? At(string source, int at)
    {
        if (at >= source.Length || source[at] is not ('"' or '$' or '@') || Opening.Match(source, at) is not { Success: true } opening)
            return null;
        var prefix = opening.Groups["prefix"].Value;
        var (quotes, inside) = (opening.Groups["quotes"], opening.Groups["quotes"].Index + 1);
        var isInterpolated = prefix.Contains('$', StringComparison.Ordinal);
        if (quotes.Length >= ShortestRaw && !prefix.Contains('@', StringComparison.Ordinal))
            return Raw(source, quotes.Index + quotes.Length, quotes.Value, isInterpolated);
        return Quoted(source, inside, isInterpolated, isVerbatim: prefix.Contains('@', StringComparison.Ordinal));
    }

    private static CSharpLiteral Raw(string source, int start, string quotes, bool isInterpolated)
    {
        var end = source.IndexOf(quotes, start, StringComparison.Ordinal);
        end = end < 0 ? source.Length : end;
        var lines = source[start..end].Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        var indent = lines[^1].Length;
        var text = lines.Length == 1 ? lines[0] : string.Join('\n', lines[1..^1].Select(line => line.Length < indent ? "" : line[indent..]));
        return new(text, Math.Min(end + quotes.Length, source.Length), isInterpolated);
    }

    private static CSharpLiteral Quoted(string source, int at, bool isInterpolated, bool isVerbatim)
    {
        var text = new StringBuilder();
        while (at < source.Length)
        {
            var isDoubled = at + 1 < source.Length && source[at] == source[at + 1];
            if (source[at] == '"' && !(isVerbatim && isDoubled))
                break;
            if (source[at] == '\\' && !isVerbatim)
                at = Unescape(source, at + 1, text);
            else if (source[at] == '{' && isInterpolated && !isDoubled)
                at = EndOfHole(source, at + 1);
            else
            {
                text.Append(source[at]);
                at += isDoubled && ((isVerbatim && source[at] == '"') || (isInterpolated && source[at] is '{' or '}')) ? 2 : 1;
            }
        }
        return new(text.ToString(), Math.Min(at + 1, source.Length), isInterpolated);
    }

    private static int Unescape(string source, int at, StringBuilder text)
    {
        if (HexEscape.Match(source, at) is { Success: true } hex)
        {
            text.Append(char.ConvertFromUtf32(int.Parse(hex.Groups["hex"].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)));
            return at + hex.Length;
        }
        var letter = Letters.IndexOf(source[at], StringComparison.Ordinal);
        text.Append(letter < 0 ? source[at] : Meanings[letter]);
        return at + 1;
    }

    private static int EndOfHole(string source, int at)
    {
        for (var depth = 1; at < source.Length && depth > 0;)
        {
            depth += source[at] switch { '{' => 1, '}' => -1, _ => 0 };
            at = At(source, at)?.End ?? at + 1;
        }
        return at;
    }
}
