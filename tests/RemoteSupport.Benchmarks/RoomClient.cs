using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace RemoteSupport.Benchmarks;

/// <summary>A page in a call's room, as SignalR's JSON protocol has it: enters, whispers, and hears what the other side whispers.</summary>
internal sealed class RoomClient : IAsyncDisposable
{
    private const char End = '\u001e';
    private readonly ClientWebSocket socket = new();
    private readonly Channel<string> answers = Channel.CreateUnbounded<string>();
    private readonly CancellationTokenSource closing = new();
    private int heard;

    /// <summary>Whispers heard so far.</summary>
    public int Heard => heard;

    /// <summary>Opens the socket under a path base with a cookie, and enters the room.</summary>
    public static async Task<RoomClient> EnterAsync(Child node, string pathBase, string cookie, Guid room)
    {
        var client = new RoomClient();
        client.socket.Options.SetRequestHeader("Cookie", cookie);
        client.socket.Options.SetRequestHeader("Origin", $"http://{BenchDatabase.Host}:{node.Port}");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler { ConnectCallback = ConnectAsync, UseCookies = false });
        await client.socket.ConnectAsync(new Uri($"ws://{BenchDatabase.Host}:{node.Port}{pathBase}/live"), invoker, default);
        _ = client.ListenAsync();
        await client.SendAsync("{\"protocol\":\"json\",\"version\":1}");
        if (await client.CallAsync("Enter", room) is not { Length: > 0 }) throw new InvalidOperationException("The room is closed.");
        return client;
    }

    /// <summary>Whispers, and waits until the node has taken it.</summary>
    public Task WhisperAsync(Guid room, string text) => CallAsync("Whisper", room, text);

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        socket.Dispose();
        closing.Dispose();
    }

    private async Task<string> CallAsync(string target, params object[] arguments)
    {
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target, arguments }));
        return await answers.Reader.ReadAsync();
    }

    private Task SendAsync(string message) => socket.SendAsync(Encoding.UTF8.GetBytes(message + End), WebSocketMessageType.Text, endOfMessage: true, default);

    private async Task ListenAsync()
    {
        var (buffer, received) = (new byte[64 * 1024], new StringBuilder());
        try
        {
            while (socket.State == WebSocketState.Open)
            {
                var got = await socket.ReceiveAsync(buffer, closing.Token);
                received.Append(Encoding.UTF8.GetString(buffer, 0, got.Count));
                var parts = received.ToString().Split(End);
                foreach (var message in parts[..^1]) Take(message);
                received.Clear().Append(parts[^1]);
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            answers.Writer.TryComplete();
        }
    }

    private void Take(string message)
    {
        if (message.Contains("\"target\":\"whisper\"", StringComparison.Ordinal)) Interlocked.Increment(ref heard);
        else if (message.Contains("\"type\":3", StringComparison.Ordinal)) answers.Writer.TryWrite(message);
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
