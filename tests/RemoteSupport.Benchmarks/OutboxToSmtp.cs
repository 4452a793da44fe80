using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Dapper;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// 10,000 e-mails through the outbox (lease, MIME, SMTP, record) to a local server that takes everything, against a bare loop that pushes as many
/// ready-made messages over one reused connection.
/// </summary>
internal sealed class OutboxToSmtp : IBenchmark
{
    private const int Messages = 10_000;
    private static readonly string Text = string.Concat(Enumerable.Repeat("Guten Tag, bitte öffnen Sie diesen Link.\n", 20));
    private static readonly string Html = string.Concat(Enumerable.Repeat("<p>Guten Tag, bitte <a href=\"https://bench.example/r\">öffnen</a> Sie diesen Link.</p>\n", 40));

    public string Name => "outbox-to-smtp";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        await using var sink = await Sink.StartAsync();
        var settings = database.ForNode();
        (settings["Email__Smtp__Host"], settings["Email__Smtp__Port"], settings["Email__Smtp__Security"], settings["Outgoing__Allow"]) =
            ("127.0.0.1", sink.Port.ToString(CultureInfo.InvariantCulture), "none", "127.0.0.1");
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], settings);

        await BareAsync(sink.Port, 1_000);
        await OutboxAsync(database, 1_000);
        var (bare, ours) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            bare.Add(await BareAsync(sink.Port, Messages));
            ours.Add(await OutboxAsync(database, Messages));
        }

        return Table(bare.Order().ElementAt(1), ours.Order().ElementAt(1));
    }

    private static string Table(double bare, double ours) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            {Messages} e-mails through the outbox of one node, and a bare loop on one reused connection (pipelined, nothing recorded)

            |      | a second |
            |------|---------:|
            | bare | {bare,8:0} |
            | ours | {ours,8:0} |

            Ratio {ours / bare:0.00}

            """);

    /// <summary>Queues them in one transaction and waits until the last is recorded as sent.</summary>
    private static async Task<double> OutboxAsync(BenchDatabase database, int count)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var now = TimeProvider.System.GetUtcNow();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync(QueueSql, new { tenant = database.Tenant.ToString(), count, Text, Html, now });
            await transaction.CommitAsync();
        }

        var watch = Stopwatch.StartNew();
        await connection.ExecuteAsync("select pg_notify('message_queued', '')");
        while (await connection.ExecuteScalarAsync<long>("select count(*) from messages where due_at is not null") > 0) await Task.Delay(20);
        var taken = watch.Elapsed;
        var failed = await connection.ExecuteScalarAsync<long>("select count(*) from messages where state <> 'sent'");
        if (failed > 0) throw new InvalidOperationException($"{failed} messages were not sent.");
        return count / taken.TotalSeconds;
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

    private const string QueueSql =
        """
        select set_config('app.tenant', @tenant, true);
        insert into messages (id, message, channel, language, recipient, recipient_name, subject, body_text, body_html, links, created_at, give_up_at, due_at)
        select gen_random_uuid(), 'bench', 'email', 'de', 'person' || i || '@bench.example', 'Person ' || i, 'Passwort zurücksetzen', @Text, @Html, '[]', @now,
               @now + interval '1 day', @now
        from generate_series(1, @count) i
        """;
}
