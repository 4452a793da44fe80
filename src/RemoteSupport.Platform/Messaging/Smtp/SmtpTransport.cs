using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Sends by SMTP on reused connections (DL-3). Safe to use from many threads at once.</summary>
public sealed class SmtpTransport : IMailTransport, IAsyncDisposable
{
    private readonly SmtpTransportOptions options;
    private readonly SmtpHandshake handshake;
    private readonly SmtpPool pool;

    /// <summary>A transport that trusts the certificates that this machine trusts.</summary>
    public SmtpTransport(OutgoingGate gate, TimeProvider clock, SmtpTransportOptions? options = null) : this(gate, clock, options, null)
    {
    }

    /// <param name="gate">Where connections may lead.</param>
    /// <param name="clock">For timeouts and idle connections.</param>
    /// <param name="options">Null: the defaults.</param>
    /// <param name="trust">Decides on certificates in the machine's place, for tests.</param>
    internal SmtpTransport(
        OutgoingGate gate, TimeProvider clock, SmtpTransportOptions? options, RemoteCertificateValidationCallback? trust)
    {
        this.options = options ?? new SmtpTransportOptions();
        handshake = new SmtpHandshake(gate, clock, this.options, trust);
        pool = new SmtpPool(clock, this.options);
    }

    /// <inheritdoc />
    public async Task<MailReceipt> SendAsync(MailServer server, OutgoingMail mail, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(mail);
        try
        {
            return await SendAsync(server, Letter.Of(mail), ct);
        }
        catch (Exception failure) when (ReceiptOf(failure) is not null)
        {
            return ReceiptOf(failure)!;
        }
    }

    /// <summary>Closes the unused connections.</summary>
    public ValueTask DisposeAsync() => pool.DisposeAsync();

    private async Task<MailReceipt> SendAsync(MailServer server, Letter letter, CancellationToken ct)
    {
        if (pool.Take(server) is { } idle && await DeliverAsync(server, idle, letter, mayBeStale: true, ct) is { } receipt) return receipt;
        var (connection, failure) = await OpenAsync(server, ct);
        return failure ?? (await DeliverAsync(server, connection!, letter, mayBeStale: false, ct))!;
    }

    /// <summary>Signs in and says goodbye, without a message: for checks. Null when all went well.</summary>
    /// <param name="server">Which.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="reached">Hears of each step that went well.</param>
    public async Task<MailReceipt?> ProbeAsync(MailServer server, CancellationToken ct, Action<SmtpStep>? reached = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        var (connection, failure) = await OpenAsync(server, ct, reached);
        if (connection is not null) await connection.CloseAsync();
        return failure;
    }

    /// <summary>What fails before a message's envelope would fail for every message: the server counts as away.</summary>
    private async Task<(SmtpConnection? Connection, MailReceipt? Failure)> OpenAsync(MailServer server, CancellationToken ct, Action<SmtpStep>? reached = null)
    {
        try
        {
            return (await handshake.OpenAsync(server, reached, ct), null);
        }
        catch (Exception failure) when (ReceiptOf(failure) is not null)
        {
            return (null, ReceiptOf(failure)! with { ServerIsAway = true });
        }
    }

    /// <summary>Null: the connection was closed while it lay unused, and nothing was sent that the server could have taken.</summary>
    private async Task<MailReceipt?> DeliverAsync(
        MailServer server, SmtpConnection connection, Letter letter, bool mayBeStale, CancellationToken ct)
    {
        var delivery = new SmtpDelivery(connection, letter, options);
        try
        {
            var receipt = await delivery.RunAsync(ct);
            return mayBeStale && delivery.WasSentAway ? null : receipt;
        }
        catch (IOException) when (mayBeStale && !delivery.DotSent)
        {
            return null;
        }
        finally
        {
            if (delivery.LeftClean) await pool.ReturnAsync(server, connection);
            else await connection.DisposeAsync();
        }
    }

    private static MailReceipt? ReceiptOf(Exception failure) => failure switch
    {
        MailNotSent notSent => notSent.Receipt,
        OutgoingRefusedException => new MailReceipt(MailResult.TryLater, OutgoingRefusedException.Reason),
        SocketException => new MailReceipt(MailResult.TryLater, MailReasons.Unreachable),
        AuthenticationException => new MailReceipt(MailResult.TryLater, MailReasons.TlsFailed),
        IOException => new MailReceipt(MailResult.TryLater, MailReasons.ConnectionLost),
        _ => null,
    };
}
