using System.Net.Security;
using System.Net.Sockets;

namespace RemoteSupport.Platform.Turn;

/// <summary>A line to a relay: by datagrams, TCP, or TLS.</summary>
internal sealed class TurnLine : IAsyncDisposable
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);
    private readonly Socket socket;
    private readonly Stream? stream;

    private TurnLine(Socket socket, Stream? stream) => (this.socket, this.stream) = (socket, stream);

    public static async Task<TurnLine> OpenAsync(TurnAddress address, CancellationToken ct)
    {
        var socket = address.IsUdp ? new Socket(SocketType.Dgram, ProtocolType.Udp) : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, ct);
            return new TurnLine(socket, address.IsUdp ? null : await StreamAsync(socket, address, ct));
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message, again while nothing comes where datagrams can be lost, and answers what the relay says to it.</summary>
    public async Task<StunMessage> AskAsync(StunMessage message, StunMessage? refusal, (string User, string Password) credentials, CancellationToken ct)
    {
        var bytes = message.Write(refusal, credentials);
        while (true)
        {
            if (stream is null) await socket.SendAsync(bytes, ct);
            else await stream.WriteAsync(bytes, ct);
            if (await HearAsync(message.Transaction, ct) is { } answer) return answer;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (stream is not null) await stream.DisposeAsync();
        socket.Dispose();
    }

    private static async Task<Stream> StreamAsync(Socket socket, TurnAddress address, CancellationToken ct)
    {
        var plain = new NetworkStream(socket, ownsSocket: false);
        if (!address.IsSecure) return plain;
        var secure = new SslStream(plain);
        await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = address.Host }, ct);
        return secure;
    }

    private async Task<StunMessage?> HearAsync(byte[] transaction, CancellationToken ct)
    {
        using var again = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (stream is null) again.CancelAfter(Again);
        try
        {
            while (true)
                if (StunMessage.Read(await ReceiveAsync(again.Token)) is { } answer && answer.Transaction.AsSpan().SequenceEqual(transaction)) return answer;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task<byte[]> ReceiveAsync(CancellationToken ct)
    {
        var buffer = new byte[2048];
        if (stream is null) return buffer[..await socket.ReceiveAsync(buffer, ct)];
        await stream.ReadExactlyAsync(buffer.AsMemory(0, StunMessage.HeaderLength), ct);
        var length = Math.Min((buffer[2] << 8) + buffer[3], buffer.Length - StunMessage.HeaderLength);
        await stream.ReadExactlyAsync(buffer.AsMemory(StunMessage.HeaderLength, length), ct);
        return buffer[..(StunMessage.HeaderLength + length)];
    }
}
