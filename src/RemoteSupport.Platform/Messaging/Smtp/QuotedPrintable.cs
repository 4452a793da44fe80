using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Writes text as RFC 2045's quoted-printable: lines of 76 ASCII characters at most, readable where the text is Latin.</summary>
internal static class QuotedPrintable
{
    private const int LongestLine = 76;
    private const string Hex = "0123456789ABCDEF";

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
        Span<char> written = stackalloc char[LongestLine];
        var length = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var last = i == line.Length - 1;
            var literal = IsLiteral(line[i], last) && !(i == 0 && quotesFirst);
            if (length + (literal ? 1 : 3) > (last ? LongestLine : LongestLine - 1))
            {
                output.Append(written[..length]).Append("=\r\n");
                length = 0;
            }
            length += literal ? Literal(line[i], written[length..]) : Quoted(line[i], written[length..]);
        }
        output.Append(written[..length]).Append("\r\n");
    }

    private static int Literal(byte b, Span<char> to)
    {
        to[0] = (char)b;
        return 1;
    }

    private static int Quoted(byte b, Span<char> to)
    {
        (to[0], to[1], to[2]) = ('=', Hex[b >> 4], Hex[b & 15]);
        return 3;
    }

    private static bool IsLiteral(byte b, bool last) => b switch
    {
        (byte)'=' => false,
        (byte)' ' or (byte)'\t' => !last,
        _ => b is >= 33 and <= 126,
    };
}
