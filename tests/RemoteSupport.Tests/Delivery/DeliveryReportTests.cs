using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery;

[Trait("Behaviour", "DL-3")]
public sealed class DeliveryReportTests
{
    private const string Failed = """{"state":"failed","reason":"Absent subscriber"}""";
    private const string Delivered = """{"state":"delivered"}""";

    [Fact]
    public async Task A_report_says_that_a_message_has_arrived_and_saying_it_twice_changes_nothing()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var (tenant, url) = await SentAsync(node, gateway);
        tenant.Now = tenant.Now.AddMinutes(1);
        var arrived = tenant.Now;
        Assert.Equal(HttpStatusCode.NoContent, await Gateway.ReportAsync(tenant, url, HttpMethod.Post, Delivered));
        tenant.Now = tenant.Now.AddMinutes(1);
        Assert.Equal(HttpStatusCode.NoContent, await Gateway.ReportAsync(tenant, url, HttpMethod.Post, Delivered));

        Assert.Equal(("delivered", (DateTimeOffset?)arrived), await StateAsync(tenant));
    }

    [Theory]
    [InlineData(Failed, Delivered), InlineData(Delivered, Failed)]
    public async Task Delivered_is_the_truth_in_whatever_order_reports_come(string first, string second)
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var (tenant, url) = await SentAsync(node, gateway);
        await Gateway.ReportAsync(tenant, url, HttpMethod.Post, first);
        await Gateway.ReportAsync(tenant, url, HttpMethod.Post, second);

        Assert.Equal(("delivered", (DateTimeOffset?)tenant.Now), await StateAsync(tenant));
    }

    [Fact]
    public async Task A_failed_message_shows_the_networks_words()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var (tenant, url) = await SentAsync(node, gateway);
        await Gateway.ReportAsync(tenant, url, HttpMethod.Post, Failed);

        Assert.Equal(("failed", "Absent subscriber"), (await tenant.OutboxAsync()).Select(row => (row.State, row.LastError)).Single());
        Assert.Equal("Absent subscriber", await tenant.SingleAsync<string>("select reply from message_attempts where is_final"));
    }

    [Theory]
    [InlineData("1", "delivered", null)]
    [InlineData("2", "failed", "The SMS could not be delivered.")]
    [InlineData("16", "failed", "The mobile network refused the SMS.")]
    [InlineData("4", "sent", null)]
    [InlineData("8", "sent", null)]
    [InlineData("nonsense", "sent", null)]
    public async Task Kannels_reports_come_by_get_in_numbers(string type, string state, string? error)
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var (tenant, url) = await SentAsync(node, gateway);

        Assert.Equal(HttpStatusCode.NoContent, await Gateway.ReportAsync(tenant, url, HttpMethod.Get, query: $"?type={type}&reply="));

        Assert.Equal((state, error), (await tenant.OutboxAsync()).Select(row => (row.State, row.LastError)).Single());
    }

    [Fact]
    public async Task A_report_that_overtakes_our_own_record_counts_and_stays()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("webhook", gateway.Url);
        await tenant.QueueSmsAsync();
        gateway.Before = async taken => Assert.Equal(HttpStatusCode.NoContent, await Gateway.ReportAsync(tenant, UrlIn(taken), HttpMethod.Post, Delivered));

        await tenant.SendAsync();

        Assert.Equal("delivered", (await StateAsync(tenant)).State);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Nobody_reports_without_the_token_of_that_very_message_in_that_tenant()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var (tenant, url) = await SentAsync(node, gateway);
        var other = await TestTenant.CreateAsync(node);

        Assert.Equal(HttpStatusCode.NotFound, await Gateway.ReportAsync(tenant, url[..^1] + (url[^1] == 'A' ? 'B' : 'A'), HttpMethod.Post, Delivered));
        Assert.Equal(HttpStatusCode.NotFound, await Gateway.ReportAsync(tenant, url.Replace(new Uri(url).Segments[2], $"{Guid.Empty:N}/", StringComparison.Ordinal), HttpMethod.Post, Delivered));
        Assert.Equal(HttpStatusCode.NotFound, await Gateway.ReportAsync(other, url, HttpMethod.Post, Delivered));
        Assert.Equal("sent", (await StateAsync(tenant)).State);
    }

    private static async Task<(TestTenant Tenant, string Url)> SentAsync(TestNode node, Gateway gateway)
    {
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("webhook", gateway.Url);
        await tenant.QueueSmsAsync();
        await tenant.SendAsync();
        Assert.Equal("sent", (await tenant.OneAsync()).State);
        return (tenant, UrlIn(gateway.Received.Single()));
    }

    private static string UrlIn(Gateway.Taken taken) => JsonNode.Parse(taken.Body)!["reportUrl"]!.GetValue<string>();

    private static async Task<(string State, DateTimeOffset? At)> StateAsync(TestTenant tenant)
    {
        var row = await tenant.SingleAsync<Arrival>("select state, delivered_at from messages");
        return (row.State, row.DeliveredAt);
    }

    private sealed record Arrival(string State, DateTimeOffset? DeliveredAt);
}
