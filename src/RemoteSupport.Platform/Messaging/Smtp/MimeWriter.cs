using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>
/// Writes a message as MIME (RFC 5322, 2045–2047, 2387): text, or text beside HTML, or HTML with its pictures beside text.
/// All but international addresses is ASCII, lines end in CRLF, and equal messages are equal bytes.
/// </summary>
internal sealed class MimeWriter
{
    // "=_" can stand neither in quoted-printable nor in base64, so no content holds a boundary.
    private const string Alternative = "=_alternative";
    private const string Related = "=_related";
    private const int Base64Line = 76;

    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Date", "From", "Sender", "To", "Cc", "Bcc", "Reply-To", "Subject", "Message-ID", "Content-Language", "MIME-Version",
        "Content-Type", "Content-Transfer-Encoding", "Content-ID", "Content-Disposition", "Return-Path", "Received",
    };

    private readonly StringBuilder output = new(4096);
    private readonly HeaderWriter headers;

    private MimeWriter() => headers = new HeaderWriter(output);

    /// <summary>The message's bytes, not yet dot-stuffed.</summary>
    public static byte[] Write(OutgoingMail mail)
    {
        var writer = new MimeWriter();
        writer.Headers(mail);
        writer.Body(mail);
        return Encoding.UTF8.GetBytes(writer.output.ToString());
    }

    private void Headers(OutgoingMail mail)
    {
        headers.Date("Date", mail.At);
        headers.Party("From", mail.From);
        headers.Party("To", mail.To);
        if (mail.ReplyTo is { } replyTo) headers.Party("Reply-To", replyTo);
        headers.Text("Subject", mail.Subject);
        headers.Id("Message-ID", mail.MessageId);
        headers.Value("Content-Language", mail.Language);
        foreach (var (name, value) in mail.Headers)
        {
            if (Ours.Contains(name)) throw MailNotSent.ForGood(MailReasons.HeaderInvalid);
            headers.Value(name, value);
        }
        headers.Value("MIME-Version", "1.0");
    }

    private void Body(OutgoingMail mail)
    {
        if (mail.Html is null)
        {
            Text("text/plain", mail.Text);
            return;
        }
        headers.Value("Content-Type", $"multipart/alternative; boundary=\"{Alternative}\"");
        Open(Alternative);
        Text("text/plain", mail.Text);
        Open(Alternative);
        if (mail.Images.Count == 0) Text("text/html", mail.Html);
        else HtmlWithImages(mail.Html, mail.Images);
        Close(Alternative);
    }

    private void HtmlWithImages(string html, IReadOnlyList<InlineImage> images)
    {
        headers.Value("Content-Type", $"multipart/related; type=\"text/html\"; boundary=\"{Related}\"");
        Open(Related);
        Text("text/html", html);
        foreach (var image in images)
        {
            Open(Related);
            Image(image);
        }
        Close(Related);
    }

    private void Text(string mediaType, string text)
    {
        headers.Value("Content-Type", $"{mediaType}; charset=utf-8");
        headers.Value("Content-Transfer-Encoding", "quoted-printable");
        output.Append("\r\n");
        QuotedPrintable.Append(output, text);
    }

    private void Image(InlineImage image)
    {
        headers.Value("Content-Type", image.MediaType);
        headers.Value("Content-Transfer-Encoding", "base64");
        headers.Id("Content-ID", image.ContentId);
        headers.Value("Content-Disposition", "inline");
        output.Append("\r\n");
        var base64 = Convert.ToBase64String(image.Bytes.Span).AsSpan();
        for (var i = 0; i < base64.Length; i += Base64Line)
            output.Append(base64.Slice(i, Math.Min(Base64Line, base64.Length - i))).Append("\r\n");
    }

    private void Open(string boundary) => output.Append("\r\n--").Append(boundary).Append("\r\n");

    private void Close(string boundary) => output.Append("\r\n--").Append(boundary).Append("--\r\n");
}
