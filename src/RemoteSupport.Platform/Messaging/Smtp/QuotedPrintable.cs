using System.Globalization;
using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Writes text as RFC 2045's quoted-printable: lines of 76 ASCII characters at most, readable where the text is Latin.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;

    /// <summary>Appends the text, with CRLF after each of its lines.</summary>
    public static void Append(StringBuilder output, string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
            AppendLine(output, Encoding.UTF8.GetBytes(line));
    }

    private static void AppendLine(StringBuilder output, byte[] line)
    {
        // mbox files and old servers change a line that begins with "From ".
        var quotesFirst = line.AsSpan().StartsWith("From "u8);
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var last = i == line.Length - 1;
            var literal = IsLiteral(line[i], last) && !(i == 0 && quotesFirst);
            var width = literal ? 1 : 3;
            if (length + width > (last ? LongestLine : LongestLine - 1))
            {
                output.Append("=\r\n");
                length = 0;
            }
            if (literal) output.Append((char)line[i]);
            else output.Append('=').Append(line[i].ToString("X2", CultureInfo.InvariantCulture));
            length += width;
        }
        output.Append("\r\n");
    }

    private static bool IsLiteral(byte b, bool last) => b switch
    {
        (byte)'=' => false,
        (byte)' ' or (byte)'\t' => !last,
        _ => b is >= 33 and <= 126,
    };
}
