using System.Net.Security;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Opens a connection up to where messages can be sent: greeting, EHLO, TLS, sign-in.</summary>
internal sealed class SmtpHandshake(
    OutgoingGate gate, TimeProvider clock, SmtpTransportOptions options, RemoteCertificateValidationCallback? trust)
{
    /// <param name="server">Which.</param>
    /// <param name="reached">Hears of each step that went well.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SmtpConnection> OpenAsync(MailServer server, Action<SmtpStep>? reached, CancellationToken ct)
    {
        if (server.HelloName.Length == 0 || server.HelloName.Any(c => c is <= ' ' or > '~'))
            throw MailNotSent.TryLater(MailReasons.HelloNameInvalid);
        var stream = await clock.WithinAsync(options.ConnectTimeout, token => gate.ConnectAsync(server.Host, server.Port, token), ct);
        reached?.Invoke(SmtpStep.Connected);
        var connection = new SmtpConnection(stream, clock);
        try
        {
            await GreetAsync(connection, server, ct);
            reached?.Invoke(SmtpStep.Greeted);
            if (server.User is not null) await new SmtpSignIn(connection, options.CommandTimeout).RunAsync(server.User, server.Password ?? "", ct);
            reached?.Invoke(SmtpStep.SignedIn);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task GreetAsync(SmtpConnection connection, MailServer server, CancellationToken ct)
    {
        if (server.Security == SmtpSecurity.Tls) await SecureAsync(connection, server, ct);
        Expect((await connection.AskAsync(ReadOnlyMemory<byte>.Empty, 1, options.CommandTimeout, ct))[0]);
        await HelloAsync(connection, server, ct);
        if (server.Security != SmtpSecurity.StartTls) return;
        if (!connection.Offers.StartTls) throw MailNotSent.TryLater(MailReasons.NoStartTls);
        Expect(await connection.AskAsync("STARTTLS", options.CommandTimeout, ct));
        await SecureAsync(connection, server, ct);
        await HelloAsync(connection, server, ct);
    }

    private async Task HelloAsync(SmtpConnection connection, MailServer server, CancellationToken ct)
    {
        var reply = await connection.AskAsync($"EHLO {server.HelloName}", options.CommandTimeout, ct);
        Expect(reply);
        connection.Offers = new SmtpOffers(reply);
    }

    private Task SecureAsync(SmtpConnection connection, MailServer server, CancellationToken ct) =>
        connection.SecureAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = HostName.Ascii(server.Host),
                RemoteCertificateValidationCallback = trust,
            },
            options.ConnectTimeout, ct);

    // A server that does not want us at all (554) says nothing about the message.
    private static void Expect(SmtpReply reply)
    {
        if (!reply.IsGood) throw MailNotSent.TryLater(SafeReply.Of(reply, []));
    }
}
