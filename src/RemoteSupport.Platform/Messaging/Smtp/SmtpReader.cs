using System.Globalization;
using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Reads a server's replies, one or many lines each, and believes only what has their form.</summary>
internal sealed class SmtpReader(Stream stream)
{
    private const int MostLines = 200;

    /// <summary>Also the longest line: RFC 5321 allows 512 bytes, servers use more.</summary>
    private readonly byte[] buffer = new byte[4096];
    private int start;
    private int end;

    /// <exception cref="EndOfStreamException">The server closed the connection.</exception>
    public async Task<SmtpReply> ReadAsync(CancellationToken ct)
    {
        var lines = new List<string>();
        while (lines.Count < MostLines)
        {
            var line = await LineAsync(ct);
            if (!int.TryParse(line.AsSpan(0, Math.Min(3, line.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                || code is < 200 or > 599)
                throw MailNotSent.TryLater(MailReasons.NotSmtp);
            lines.Add(line.Length > 4 ? line[4..] : "");
            if (line.Length == 3 || line[3] == ' ') return new SmtpReply(code, lines);
            if (line[3] != '-') break;
        }
        throw MailNotSent.TryLater(MailReasons.NotSmtp);
    }

    private async ValueTask<string> LineAsync(CancellationToken ct)
    {
        int length;
        while ((length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n')) < 0) await FillAsync(ct);
        var line = Encoding.UTF8.GetString(buffer, start, length).TrimEnd('\r');
        start += length + 1;
        return line;
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length) throw MailNotSent.TryLater(MailReasons.NotSmtp);
        var read = await stream.ReadAsync(buffer.AsMemory(end), ct);
        if (read == 0) throw new EndOfStreamException();
        end += read;
    }
}
