using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// 10,000 e-mails through the outbox (lease, MIME, SMTP, record) to a local server that takes everything, against a bare loop that pushes as many
/// ready-made messages over one reused connection; by one node and by two.
/// </summary>
internal sealed class OutboxToSmtp : IBenchmark
{
    private static readonly string Text = string.Concat(Enumerable.Repeat("Guten Tag, bitte öffnen Sie diesen Link.\n", 20));
    private static readonly string Html = string.Concat(Enumerable.Repeat("<p>Guten Tag, bitte <a href=\"https://bench.example/r\">öffnen</a> Sie diesen Link.</p>\n", 40));

    public string Name => "outbox-to-smtp";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        await using var sink = await Sink.StartAsync();
        var settings = database.ForNode();
        (settings["Email__Smtp__Host"], settings["Email__Smtp__Port"], settings["Email__Smtp__Security"], settings["Outgoing__Allow"]) =
            ("127.0.0.1", sink.Port.ToString(CultureInfo.InvariantCulture), "none", "127.0.0.1");
        return await new OutboxLoad(database, "email", "person{i}@bench.example", Text, Html).CompareAsync(
            "10,000 e-mails through the outbox, and a bare loop on one reused connection (nothing recorded)", settings, count => BareAsync(sink.Port, count));
    }

    private static async Task<double> BareAsync(int port, int count)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = new NetworkStream(socket);
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        await AnswersAsync(reader, 1);
        await stream.WriteAsync("EHLO bench.example\r\n"u8.ToArray());
        await AnswersAsync(reader, 1);
        var envelope = "MAIL FROM:<a@bench.example>\r\nRCPT TO:<b@bench.example>\r\nDATA\r\n"u8.ToArray();
        var message = Encoding.UTF8.GetBytes($"Subject: x\r\n\r\n{(Text + Html).ReplaceLineEndings("\r\n")}.\r\n");
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            await stream.WriteAsync(envelope);
            await AnswersAsync(reader, 3);
            await stream.WriteAsync(message);
            await AnswersAsync(reader, 1);
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static async Task AnswersAsync(StreamReader reader, int count)
    {
        while (count > 0)
            if (await reader.ReadLineAsync() is not { } line) throw new IOException("The server closed the connection.");
            else if (line[3] != '-') count--;
    }
}
