using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace RemoteSupport.Tests.Hosting;

/// <summary>An open page's socket: what it hears of its node, until it is closed. SignalR's JSON protocol, by hand: messages end with 0x1e.</summary>
public sealed class LiveSocket : IAsyncDisposable
{
    // In all, not for each message: a node that has nothing to say pings every few seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ClientWebSocket socket = new();
    private readonly StringBuilder received = new();
    private readonly Queue<JsonNode> heard = new();
    private int invocations;

    /// <summary>Opens it with the browser's cookies, at a path base where there is one.</summary>
    public static async Task<LiveSocket> OpenAsync(TestTenant tenant, Browser browser, string pathBase = "")
    {
        var live = new LiveSocket();
        live.socket.Options.SetRequestHeader("Cookie", string.Join("; ", browser.Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        live.socket.Options.SetRequestHeader("Origin", $"http://{tenant.Host}:{tenant.Node.Port}");
        live.socket.Options.SetRequestHeader(TestClock.Header, tenant.Now.ToString("O"));
        using var invoker = new HttpMessageInvoker(TestHttp.Handler());
        await live.socket.ConnectAsync(new Uri($"ws://{tenant.Host}:{tenant.Node.Port}{pathBase}/live"), invoker, default);
        await live.socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, endOfMessage: true, default);
        using var patience = new CancellationTokenSource(Patience);
        await live.NextAsync(patience.Token);
        return live;
    }

    /// <summary>Waits for an event with this word; throws when the socket closes before, or nothing comes.</summary>
    public async Task HearAsync(string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await NextAsync(patience.Token) is { } message)
            if (message["target"]?.GetValue<string>() == "changed" && message["arguments"]![1]!.GetValue<string>() == what) return;
        throw new InvalidOperationException($"The socket closed before it heard \"{what}\".");
    }

    /// <summary>Calls something at the node, and waits for its answer; null where it answers nothing.</summary>
    public async Task<JsonNode?> CallAsync(string method, params object[] arguments)
    {
        var id = (++invocations).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var call = System.Text.Json.JsonSerializer.Serialize(new { type = 1, invocationId = id, target = method, arguments });
        await socket.SendAsync(Encoding.UTF8.GetBytes(call + '\u001e'), WebSocketMessageType.Text, endOfMessage: true, default);
        using var patience = new CancellationTokenSource(Patience);
        while (await ReceiveAsync(patience.Token) is { } message)
        {
            if (message["type"]?.GetValue<int>() != 3 || message["invocationId"]!.GetValue<string>() != id) heard.Enqueue(message);
            else return message["error"] is { } error ? throw new InvalidOperationException(error.GetValue<string>()) : message["result"];
        }

        throw new InvalidOperationException($"The socket closed before \"{method}\" was answered.");
    }

    /// <summary>Enters a room; the connection's id, null for whom it is not open.</summary>
    public async Task<string?> EnterAsync(Guid room) => (await CallAsync("Enter", room))?.GetValue<string>();

    /// <summary>Says something to the other side of a room; false for whoever sits there no more.</summary>
    public async Task<bool> WhisperAsync(Guid room, string text) => (await CallAsync("Whisper", room, text))!.GetValue<bool>();

    /// <summary>Waits for a message of this name ("whisper", "entered"); what it says.</summary>
    public async Task<string> HearOfAsync(string target)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await NextAsync(patience.Token) is { } message)
            if (message["target"]?.GetValue<string>() == target) return message["arguments"]![1]!.GetValue<string>();
        throw new InvalidOperationException($"The socket closed before it heard of \"{target}\".");
    }

    /// <summary>Waits until the node closes it.</summary>
    public async Task CloseAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            while (await NextAsync(patience.Token) is not null)
            {
            }
        }
        catch (WebSocketException)
        {
            // Cut without good-bye is closed, too.
        }
    }

    public ValueTask DisposeAsync()
    {
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The next message that nobody has looked at; null when it is closed.</summary>
    private async Task<JsonNode?> NextAsync(CancellationToken patience) => heard.TryDequeue(out var message) ? message : await ReceiveAsync(patience);

    private async Task<JsonNode?> ReceiveAsync(CancellationToken patience)
    {
        var buffer = new byte[4096];
        int end;
        while ((end = received.ToString().IndexOf('\u001e', StringComparison.Ordinal)) < 0)
        {
            var got = await socket.ReceiveAsync(buffer, patience);
            if (got.MessageType == WebSocketMessageType.Close) return null;
            received.Append(Encoding.UTF8.GetString(buffer, 0, got.Count));
        }

        var text = received.ToString(0, end);
        received.Remove(0, end + 1);
        return JsonNode.Parse(text);
    }
}
