using System.Text;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

/// <summary>A message as the server took it.</summary>
/// <param name="From">The envelope's sender.</param>
/// <param name="To">The envelope's recipients.</param>
/// <param name="Raw">The message's bytes.</param>
/// <param name="Connection">The same for messages that came over one connection.</param>
/// <param name="Hello">The name that the client greeted with.</param>
/// <param name="Secure">Whether it came through TLS.</param>
/// <param name="User">Who was signed in.</param>
/// <param name="BodyType"><c>7bit</c> or <c>8bitmime</c>.</param>
/// <param name="SmtpUtf8">Whether the client asked for SMTPUTF8.</param>
public sealed record ReceivedMail(
    string From, string[] To, byte[] Raw, string Connection, string Hello, bool Secure, string? User, string BodyType, bool SmtpUtf8)
{
    public MimePart Message => MimePart.Parse(Encoding.UTF8.GetString(Raw));

    public string Subject => Message.Header("Subject");

    public string Text => Message.Find("text/plain").Text;

    public string Html => Message.Find("text/html").Text;
}
