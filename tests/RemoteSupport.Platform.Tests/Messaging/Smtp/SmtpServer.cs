using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Threading.Channels;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

/// <summary>npm's smtp-server, run by node on 127.0.0.1 and a free port, with the messages that it took.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process node;
    private readonly Task errors;
    private readonly Channel<ReceivedMail> mails = Channel.CreateUnbounded<ReceivedMail>();
    private readonly ConcurrentQueue<ReceivedMail> received = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private Task reading = Task.CompletedTask;

    private SmtpServer(Process node, SmtpServerOptions options)
    {
        (this.node, Options) = (node, options);
        errors = ReadErrorsAsync();
    }

    public int Port { get; private set; }

    public SmtpServerOptions Options { get; }

    /// <summary>All messages so far.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. received];

    /// <summary>Starts it; fails with what is missing if it cannot.</summary>
    public static async Task<SmtpServer> StartAsync(SmtpServerOptions? options = null)
    {
        var chosen = options ?? new SmtpServerOptions();
        var server = new SmtpServer(StartNode(JsonSerializer.Serialize(chosen, Json)), chosen);
        try
        {
            using var limit = new CancellationTokenSource(Patience);
            var line = await server.node.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException($"smtp-server did not start (is `npm ci` done?): {await server.ComplaintsAsync()}");
            server.Port = JsonDocument.Parse(line).RootElement.GetProperty("port").GetInt32();
            server.reading = server.ReadMailsAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>All of them, once there are at least so many: what the server took a moment ago may still be on its way here.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> ReceivedAsync(int atLeast)
    {
        for (var tries = 0; received.Count < atLeast && tries < 500; tries++) await Task.Delay(20);
        return Received;
    }

    /// <summary>The next message, in the order of arrival.</summary>
    public async Task<ReceivedMail> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await mails.Reader.ReadAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        using (var limit = new CancellationTokenSource(Patience))
        {
            await node.WaitForExitAsync(limit.Token);
        }
        await Task.WhenAll(reading, errors);
        node.Dispose();
    }

    private static Process StartNode(string options)
    {
        var start = new ProcessStartInfo("node", [ScriptPath(), options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need node 20 in the PATH.", missing);
        }
    }

    private static string ScriptPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RemoteSupport.sln"))) folder = folder.Parent;
        var root = folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
        return Path.Combine(root, "tests", "RemoteSupport.Platform.Tests", "Messaging", "Smtp", "server.mjs");
    }

    private async Task ReadMailsAsync()
    {
        while (await node.StandardOutput.ReadLineAsync() is { } line)
        {
            var mail = JsonSerializer.Deserialize<ReceivedMail>(line, Json)!;
            received.Enqueue(mail);
            mails.Writer.TryWrite(mail);
        }
        mails.Writer.Complete();
    }

    private async Task ReadErrorsAsync()
    {
        while (await node.StandardError.ReadLineAsync() is { } line) complaints.Enqueue(line);
    }

    private async Task<string> ComplaintsAsync()
    {
        await errors;
        return string.Join('\n', complaints);
    }
}
