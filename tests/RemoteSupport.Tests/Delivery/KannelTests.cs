using System.Diagnostics;
using RemoteSupport.Platform.Messaging.Sms;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery;

[Trait("Behaviour", "DL-3")]
public sealed class KannelTests
{
    [Fact]
    public async Task Kannel_carries_a_message_to_the_network_and_its_report_back()
    {
        await using var smsc = new Smsc();
        await using var kannel = await Kannel.StartAsync(smsc.Port);
        // Kannel cannot find names below localhost: its reports take the way over this address.
        await using var relay = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1, settings: new() { ["Tenancy:PublicUrl"] = relay.Root.ToString().TrimEnd('/') });
        var tenant = await TestTenant.CreateAsync(node);
        relay.Before = async report => await Gateway.ReportAsync(tenant, new Uri(relay.Root, report.Target).ToString(), HttpMethod.Get, query: new Uri(relay.Root, report.Target).Query);
        await tenant.UseGatewayAsync("kannel", kannel.Url);

        await tenant.QueueSmsAsync("+390612345671");
        await tenant.QueueSmsAsync("+390612345672", company: "Łódź");
        await tenant.QueueSmsAsync("+390612345673");
        await tenant.SendAsync();

        await UntilAsync(async () => (await tenant.OutboxAsync()).All(row => row.State is "delivered" or "failed"));
        var rows = (await tenant.OutboxAsync()).OrderBy(row => row.Recipient).ToList();
        Assert.Equal(["delivered", "failed", "failed"], rows.Select(row => row.State));
        Assert.NotNull(rows[1].LastError);
        var (plain, wide) = (smsc.Received.First(part => part.To.EndsWith('1')), smsc.Received.First(part => part.To.EndsWith('2')));
        Assert.Equal(("Ponteverde", (byte)0), (plain.From, plain.Coding));
        Assert.Contains(relay.Root + "i/", string.Concat(smsc.Received.Where(part => part.To.EndsWith('1')).Select(part => part.Text)), StringComparison.Ordinal);
        Assert.Equal((byte)8, wide.Coding);
        Assert.Contains("Łódź", wide.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task Kannel_that_refuses_the_sign_in_keeps_the_message_waiting()
    {
        await using var smsc = new Smsc();
        await using var kannel = await Kannel.StartAsync(smsc.Port);
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("kannel", kannel.Url);
        await tenant.RunAsync("update delivery_settings set sms_user = 'nobody' where tenant_id = @Id", new { tenant.Id });
        await tenant.QueueSmsAsync();

        await tenant.SendAsync();

        Assert.Equal(("queued", SmsReasons.SignInRefused), (await tenant.OutboxAsync()).Select(row => (row.State, row.LastError)).Single());
        Assert.Empty(smsc.Received);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(40));
            await Task.Delay(100);
        }
    }
}
