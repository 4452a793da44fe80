using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Delivery;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Messaging;

[Trait("Behaviour", "DL-2")]
public sealed class FairnessTests
{
    /// <summary>How much later another tenant's message may arrive.</summary>
    private static readonly TimeSpan Fair = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task A_dead_server_with_100_000_messages_before_it_holds_up_nobody_else_and_no_other_channel()
    {
        // Takes connections and never says a word: worse than one that refuses them.
        using var dead = new TcpListener(IPAddress.Loopback, 0);
        dead.Start();
        await using var smtp = await SmtpServer.StartAsync();
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port, byItself: true, await Post.DatabaseAsync());
        var (loud, quiet) = (await TestTenant.CreateAsync(node), await TestTenant.CreateAsync(node));
        await loud.UseGatewayAsync("webhook", gateway.Url);
        await loud.RunAsync(
            "update delivery_settings set sender = 'a@shop.example', smtp_host = '127.0.0.1', smtp_port = @port, smtp_security = 'none' where tenant_id = @Id",
            new { port = ((IPEndPoint)dead.LocalEndpoint).Port, loud.Id });
        await FloodAsync(loud);
        await loud.QueueAsync(1);
        await UntilAsync(() => dead.Pending());

        var began = Stopwatch.GetTimestamp();
        await quiet.QueueAsync(1, "quiet@shop.example");
        await UntilAsync(() => smtp.Received.Count == 1);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Fair);

        began = Stopwatch.GetTimestamp();
        await loud.QueueSmsAsync();
        await UntilAsync(() => gateway.Received.Count == 1);
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Fair);
    }

    private static Task<int> FloodAsync(TestTenant tenant) => tenant.RunAsync(
        """
        insert into messages (id, message, channel, language, recipient, subject, body_text, body_html, links, created_at, give_up_at, due_at)
        select gen_random_uuid(), 'account-locked', 'email', 'en', 'a@shop.example', 'x', 'x', 'x', '[]', @Now, @Now + interval '1 day', @Now from generate_series(1, 100000)
        """,
        new { tenant.Now });

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(60));
            await Task.Delay(20);
        }
    }
}
