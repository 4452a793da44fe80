using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using RemoteSupport.Platform.Messaging.Sms;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery;

[Trait("Behaviour", "DL-3")]
public sealed class SmsGatewayTests
{
    [Fact]
    public async Task A_webhook_gets_a_signed_document_with_the_link_made_real_and_nothing_of_it_stays()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("webhook", gateway.Url);
        await tenant.QueueSmsAsync();

        await tenant.SendAsync();

        var taken = Assert.Single(gateway.Received);
        var body = JsonNode.Parse(taken.Body)!;
        Assert.Equal(("+390612345678", "Ponteverde", "gsm7"), (body["to"]!.GetValue<string>(), body["from"]!.GetValue<string>(), body["encoding"]!.GetValue<string>()));
        Assert.Contains($"http://{tenant.Host}/i/", body["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(taken.Headers["webhook-id"], body["id"]!.GetValue<string>());
        var signed = Encoding.UTF8.GetBytes($"{taken.Headers["webhook-id"]}.{taken.Headers["webhook-timestamp"]}.{taken.Body}");
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Sms.Secret), signed)), taken.Headers["webhook-signature"]);
        var row = await tenant.OneAsync();
        Assert.Equal(("sent", null, "[]"), (row.State, row.BodyText, row.Links));
    }

    [Fact]
    public async Task Kannel_is_asked_by_its_form_in_the_encoding_that_the_text_needs()
    {
        await using var gateway = await Gateway.StartAsync();
        gateway.Answers = _ => (202, "0: Accepted for delivery");
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("kannel", gateway.Url);
        await tenant.QueueSmsAsync();
        await tenant.QueueSmsAsync(company: "Łódź");

        await tenant.SendAsync();

        Assert.Equal(["0", "2"], gateway.Received.Select(taken => taken.Query["coding"]).Order());
        var query = gateway.Received[0].Query;
        Assert.Equal(("GET", "app", Sms.Secret, "UTF-8", "19"), (gateway.Received[0].Method, query["username"], query["password"], query["charset"], query["dlr-mask"]));
        Assert.StartsWith($"http://{tenant.Host}/delivery-reports/", query["dlr-url"], StringComparison.Ordinal);
        Assert.EndsWith("?type=%d&reply=%A", query["dlr-url"], StringComparison.Ordinal);
        Assert.All(await tenant.OutboxAsync(), row => Assert.Equal("sent", row.State));
    }

    [Theory, Trait("Behaviour", "DL-2")]
    [InlineData("webhook", 422, """{"error":"This number does not exist"}""", "failed", "This number does not exist")]
    [InlineData("webhook", 503, "later", "queued", "later")]
    [InlineData("webhook", 401, "", "queued", "The SMS gateway refused the sign-in.")]
    [InlineData("webhook", 301, "", "queued", "The SMS gateway's answer was not understood.")]
    [InlineData("kannel", 403, "4: Not routable. Do not try again.", "failed", "4: Not routable. Do not try again.")]
    [InlineData("kannel", 400, "Empty receiver number not allowed, rejected", "failed", "Empty receiver number not allowed, rejected")]
    [InlineData("kannel", 403, "Authorization failed for sendsms", "queued", "The SMS gateway refused the sign-in.")]
    [InlineData("kannel", 503, "5: Temporal failure, try again later.", "queued", "5: Temporal failure, try again later.")]
    public async Task What_a_gateway_refuses_for_good_stops_at_once_and_all_else_is_tried_again(string kind, int status, string said, string state, string error)
    {
        await using var gateway = await Gateway.StartAsync();
        gateway.Answers = _ => (status, said);
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync(kind, gateway.Url);
        await tenant.QueueSmsAsync();

        await tenant.SendAsync();

        var row = await tenant.OneAsync();
        Assert.Equal((state, 1, error), (row.State, row.Attempts, row.LastError));
        Assert.Equal(state == "queued" ? tenant.Now.AddSeconds(30) : null, row.DueAt);
        Assert.Single(gateway.Received);
        Assert.Equal(0, await tenant.SingleAsync<int>("select segments from sms_usage"));
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_gateway_that_quotes_the_text_back_does_not_get_the_link_into_the_log()
    {
        await using var gateway = await Gateway.StartAsync();
        gateway.Answers = taken => (422, "Forbidden words in: " + JsonNode.Parse(taken.Body)!["text"]);
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("webhook", gateway.Url);
        await tenant.QueueSmsAsync();

        await tenant.SendAsync();

        var token = JsonNode.Parse(gateway.Received[0].Body)!["text"]!.GetValue<string>().Split('/')[^1];
        Assert.True(token.Length >= 43, token);
        Assert.DoesNotContain(token, (await tenant.OneAsync()).LastError, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "DL-2")]
    [InlineData("+4915112345678", "The SMS gateway")]
    [InlineData("+18005550100", "SMS to this country are not allowed: see the delivery settings.")]
    [InlineData("0612345678", "The phone number is not valid.")]
    public async Task Only_numbers_of_allowed_countries_reach_the_gateway(string number, string error)
    {
        await using var gateway = await Gateway.StartAsync();
        gateway.Answers = _ => (422, "The SMS gateway");
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("webhook", gateway.Url, null, "+39", "+49");
        await tenant.QueueSmsAsync(number);

        await tenant.SendAsync();

        Assert.Equal(("failed", error), (await tenant.OutboxAsync()).Select(row => (row.State, row.LastError)).Single());
        Assert.Equal(error == "The SMS gateway" ? 1 : 0, gateway.Received.Count);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task What_is_beyond_the_daily_limit_waits_until_the_tenants_next_day()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("webhook", gateway.Url, cap: 2);
        await tenant.QueueSmsAsync(count: 3);

        await tenant.SendAsync();

        Assert.Equal(2, gateway.Received.Count);
        var waiting = Assert.Single(await tenant.OutboxAsync(), row => row.State == "queued");
        // Rome is an hour ahead in March: its midnight is 23:00 here.
        Assert.Equal((new DateTimeOffset(2026, 3, 10, 23, 0, 0, TimeSpan.Zero), SmsReasons.DailyCapReached), (waiting.DueAt, waiting.LastError));
        tenant.Now = waiting.DueAt!.Value;
        await tenant.SendAsync();
        Assert.Equal(3, gateway.Received.Count);
        Assert.All(await tenant.OutboxAsync(), row => Assert.Equal("sent", row.State));
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task What_would_be_of_no_use_the_next_day_fails_for_that_reason()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("webhook", gateway.Url, cap: 1);
        await tenant.QueueSmsAsync(count: 2);
        await tenant.RunAsync("update messages set give_up_at = @soon where tenant_id = @Id", new { soon = tenant.Now.AddHours(1), tenant.Id });

        await tenant.SendAsync();

        Assert.Equal(SmsReasons.DailyCapReached, Assert.Single(await tenant.OutboxAsync(), row => row.State == "failed").LastError);
    }

    [Fact]
    public async Task Without_a_gateway_a_text_message_fails_at_once_and_says_so()
    {
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueSmsAsync();

        await tenant.SendAsync();

        Assert.Equal(("failed", SmsReasons.NoGateway), (await tenant.OutboxAsync()).Select(row => (row.State, row.LastError)).Single());
    }

    [Fact, Trait("Behaviour", "DL-6")]
    public async Task A_gateway_in_a_private_network_is_not_reached_unless_the_operator_allows_it()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1, settings: new() { ["Outgoing:Allow"] = "" });
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseGatewayAsync("webhook", gateway.Url);
        await tenant.QueueSmsAsync();

        await tenant.SendAsync();

        Assert.Equal("This host is not a public one. The operator can allow it.", (await tenant.OneAsync()).LastError);
        Assert.Empty(gateway.Received);
    }

    [Fact]
    public async Task The_platforms_gateway_serves_tenants_without_their_own_within_the_smaller_limit()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var node = await Post.NodeAsync(1, settings: new()
        {
            ["Sms:Gateway:Protocol"] = "webhook", ["Sms:Gateway:Url"] = gateway.Url.ToString(), ["Sms:Gateway:Secret"] = "platform", ["Sms:Gateway:Sender"] = "Service", ["Sms:Gateway:DailyCap"] = "1",
        });
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueSmsAsync(count: 2);

        await tenant.SendAsync();

        Assert.Equal("Service", JsonNode.Parse(Assert.Single(gateway.Received).Body)!["from"]!.GetValue<string>());
        Assert.Equal(["queued", "sent"], (await tenant.OutboxAsync()).Select(row => row.State).Order());
    }
}
