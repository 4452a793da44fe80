using System.Net.Sockets;
using System.Security.Authentication;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Messaging.Sms;

/// <summary>Hands text messages to HTTP gateways through the one gate of outgoing traffic (DL-3, DL-6). Safe to use from many threads at once.</summary>
public sealed class SmsTransport : IDisposable
{
    private const int LargestAnswer = 16 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient client;
    private readonly TimeProvider clock;

    /// <summary>A transport that trusts the certificates that this machine trusts.</summary>
    public SmsTransport(OutgoingGate gate, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(gate);
        this.clock = clock;
        // A redirect or a proxy would lead around the gate.
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = gate.ConnectAsync, UseProxy = false, AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        client = new HttpClient(handler) { Timeout = Patience, MaxResponseContentBufferSize = LargestAnswer };
    }

    /// <summary>Sends once. What goes wrong on the way is a receipt, not an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; whether the gateway took the message is not known.</exception>
    public async Task<MailReceipt> SendAsync(SmsServer server, OutgoingSms sms, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(sms);
        try
        {
            using var request = server.Protocol == SmsProtocol.Kannel ? KannelForm.RequestFor(server, sms) : WebhookForm.RequestFor(server, sms, clock.GetUtcNow());
            using var response = await client.SendAsync(request, ct);
            var said = await response.Content.ReadAsStringAsync(ct);
            var receipt = server.Protocol == SmsProtocol.Kannel ? KannelForm.Read(response.StatusCode, said) : WebhookForm.Read(response.StatusCode, said);
            return receipt with { Reply = receipt.Reply is null ? null : SafeReply.Of(receipt.Reply, sms.Text.Text, [server.Secret, sms.ReportUrl]) };
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && ReasonOf(failure) is not null)
        {
            return new MailReceipt(MailResult.TryLater, ReasonOf(failure), ServerIsAway: true);
        }
    }

    /// <summary>Connects as a message would, and sends none: for checks. Null when somebody answers, whatever it says.</summary>
    public async Task<string?> ProbeAsync(SmsServer server, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(server);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, new Uri(server.Url, "/"));
            using var response = await client.SendAsync(request, ct);
            return null;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && ReasonOf(failure) is not null)
        {
            return ReasonOf(failure);
        }
    }

    /// <summary>Closes the unused connections.</summary>
    public void Dispose() => client.Dispose();

    /// <summary>Null for what is no gateway's doing.</summary>
    private static string? ReasonOf(Exception? failure) => failure switch
    {
        OutgoingRefusedException => OutgoingRefusedException.Reason,
        OperationCanceledException => SmsReasons.NoAnswerInTime,
        AuthenticationException => SmsReasons.TlsFailed,
        SocketException or IOException => SmsReasons.Unreachable,
        HttpRequestException { InnerException: null } => SmsReasons.NotUnderstood,
        HttpRequestException => ReasonOf(failure.InnerException) ?? SmsReasons.NotUnderstood,
        _ => null,
    };
}
