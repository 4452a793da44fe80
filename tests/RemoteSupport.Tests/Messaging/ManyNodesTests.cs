using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Messaging;

public sealed class ManyNodesTests
{
    [Fact, Trait("Behaviour", "DL-1")]
    public async Task Two_nodes_send_500_messages_once_each_by_themselves()
    {
        await using var smtp = await SmtpServer.StartAsync();
        var database = await Post.DatabaseAsync();
        await using var one = await Post.NodeAsync(smtp.Port, byItself: true, database);
        await using var two = await Post.NodeAsync(smtp.Port, byItself: true, database);
        var tenant = await TestTenant.CreateAsync(one);

        await tenant.QueueAsync(500);
        await UntilAsync(async () => (await tenant.OutboxAsync()).All(row => row.State == "sent"));

        Assert.Equal(500, (await smtp.ReceivedAsync(500)).Count);
        Assert.Equal(500, Post.Ids(smtp.Received).Distinct().Count());
    }

    [Fact, Trait("Behaviour", "DL-1")]
    public async Task Of_a_node_that_is_cut_off_in_the_middle_nothing_is_lost_and_what_comes_twice_is_recognized()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var one = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(one);
        await tenant.QueueAsync(100);
        // It takes its messages, hands half of one batch over, and is never heard of again.
        await tenant.InScopeAsync(async scope =>
        {
            var batch = await scope.GetRequiredService<OutboxLease>().TakeAsync(Channels.Email);
            foreach (var message in batch.Take(10))
                await scope.GetRequiredService<MailSender>().SendAsync(
                    (await scope.GetRequiredService<DeliveryRoutes>().FindMailAsync())!, message,
                    scope.GetRequiredService<Platform.Tenancy.MultiTenantContextAccessor>().Tenant, null, default);
        });

        await using var two = await Post.NodeAsync(smtp.Port);
        var there = tenant.On(two);
        await there.SendAsync();
        var after = await tenant.OutboxAsync();
        Assert.True(after.Count(row => row.State == "queued") == 20, string.Join('\n', after.Select(row => $"{row.State} {row.Attempts} {row.LastError} {row.DueAt}").Distinct()));
        await UntilAsync(() => Task.FromResult(smtp.Received.Count == 10 + 80));

        there.Now += OutboxLease.Length;
        await there.SendAsync();
        Assert.All(await tenant.OutboxAsync(), row => Assert.Equal("sent", row.State));
        await UntilAsync(() => Task.FromResult(smtp.Received.Count == 110));
        Assert.Equal(100, Post.Ids(smtp.Received).Distinct().Count());
    }

    [Fact, Trait("Behaviour", "DL-1")]
    public async Task A_node_that_stops_gives_back_what_it_has_not_sent()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(60);
        using var stop = new CancellationTokenSource();

        var sending = tenant.SendAsync(stop.Token);
        await UntilAsync(() => Task.FromResult(smtp.Received.Count > 3));
        await stop.CancelAsync();
        await sending;

        var left = (await tenant.OutboxAsync()).Where(row => row.State == "queued").ToList();
        Assert.NotEmpty(left);
        Assert.All(left, row => Assert.Equal((0, tenant.Now), (row.Attempts, row.DueAt)));
        await tenant.SendAsync();
        Assert.Equal(60, (await smtp.ReceivedAsync(60)).Count);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_flood_of_one_tenant_does_not_hold_up_another()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port, byItself: true, await Post.DatabaseAsync());
        var (loud, quiet) = (await TestTenant.CreateAsync(node), await TestTenant.CreateAsync(node));

        await loud.QueueAsync(2_000);
        var began = Stopwatch.GetTimestamp();
        await quiet.QueueAsync(1, "quiet@shop.example");
        await UntilAsync(() => Task.FromResult(smtp.Received.Any(mail => mail.To.Contains("quiet@shop.example"))));

        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Contains(await loud.OutboxAsync(), row => row.State == "queued");
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(30));
            await Task.Delay(50);
        }
    }
}
