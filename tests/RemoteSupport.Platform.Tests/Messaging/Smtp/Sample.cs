using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

/// <summary>A message and what is needed to send it, for tests to change with <c>with</c>.</summary>
internal static class Sample
{
    public static readonly OutgoingGate Gate = new(["127.0.0.1"]);

    public static readonly byte[] Picture = [.. Enumerable.Range(0, 300).Select(i => (byte)i)];

    public static OutgoingMail Mail { get; } = new()
    {
        MessageId = "0198-7f3a@acme.example",
        From = new MailParty("Acme Support", "support@acme.example"),
        To = new MailParty("Zoë Müller", "zoe@kunde.example"),
        ReturnPath = "bounce+0198@acme.example",
        Subject = "Passwort zurücksetzen",
        Text = "Grüße\n.\n..zwei Punkte\nFrom hier an\n" + new string('x', 2000) + "\nEnde ",
        Html = "<p>Grüße</p>\r\n.<img src=\"cid:logo\">",
        Language = "de",
        At = new DateTimeOffset(2026, 3, 9, 8, 5, 7, TimeSpan.FromHours(1)),
        Images = [new InlineImage("logo", "image/png", Picture)],
        Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated", ["References"] = "<a@acme.example> <b@acme.example>" },
    };

    public static MailServer Server(int port, SmtpSecurity security = SmtpSecurity.None) =>
        new() { Host = "127.0.0.1", Port = port, Security = security, HelloName = "node1.acme.example" };

    public static SmtpTransport Transport(SmtpTransportOptions? options = null, TestAuthority? authority = null, TimeProvider? clock = null) =>
        new(Gate, clock ?? TimeProvider.System, options, authority?.Trust);

    public static OutgoingMail To(string address) => Mail with { To = new MailParty(null, address) };
}
