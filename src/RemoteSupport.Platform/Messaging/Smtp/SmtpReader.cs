using System.Globalization;
using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Reads a server's replies, one or many lines each, and believes only what has their form.</summary>
internal sealed class SmtpReader(Stream stream)
{
    private const int MostLines = 200;

    /// <summary>Also the longest line: RFC 5321 allows 512 bytes, servers use more.</summary>
    private readonly byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

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
        while ((length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n')) < 0) await FillAsync(ct);
        var line = Encoding.UTF8.GetString(_buffer, _start, length).TrimEnd('\r');
        _start += length + 1;
        return line;
    }

    private async ValueTask FillAsync(CancellationToken ct)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length) throw MailNotSent.TryLater(MailReasons.NotSmtp);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
        if (read == 0) throw new EndOfStreamException();
        _end += read;
    }
}
