using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery;

[Trait("Behaviour", "DL-2")]
public sealed class BounceTests
{
    private const string Secret = "what only the mail server knows";

    [Fact]
    public async Task A_message_that_comes_back_for_good_is_shown_as_failed_with_the_servers_words()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await NodeAsync(smtp.Port);
        var (tenant, path) = await SentAsync(node, smtp);

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(tenant, path, Bounce("failed", "5.1.1")));

        Assert.Equal(("failed", "550 5.1.1 <zoe@shop.example>: Recipient address rejected"), (await tenant.OutboxAsync()).Select(row => (row.State, row.LastError)).Single());
    }

    [Theory]
    [InlineData("delayed", "4.4.1"), InlineData("failed", "4.2.2")]
    public async Task What_may_still_arrive_is_no_bounce(string action, string status)
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await NodeAsync(smtp.Port);
        var (tenant, path) = await SentAsync(node, smtp);

        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(tenant, path, Bounce(action, status)));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(tenant, path, "From: zoe@shop.example\r\nSubject: Re: Status: 5.1.1\r\n\r\nI am on holiday."));

        Assert.Equal("sent", (await tenant.OutboxAsync()).Single().State);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Nobody_says_that_a_message_came_back_without_the_secret_and_the_messages_own_address()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await NodeAsync(smtp.Port);
        var (tenant, path) = await SentAsync(node, smtp);
        var forged = path[..9] + (path[9] == 'a' ? 'b' : 'a') + path[10..];

        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(tenant, path, Bounce("failed", "5.1.1"), "something that was guessed"));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(tenant, forged, Bounce("failed", "5.1.1")));

        Assert.Equal("sent", (await tenant.OutboxAsync()).Single().State);
    }

    [Fact]
    public async Task An_address_fits_and_says_which_message_it_stands_for_whatever_its_case()
    {
        await using var node = await NodeAsync(1);
        var addresses = node.Services.GetRequiredService<BounceAddress>();
        var (tenant, message) = (Guid.CreateVersion7(TestClock.Start), Guid.CreateVersion7(TestClock.Start));

        var address = addresses.For(tenant, message, "bounces.example");

        Assert.InRange(address.IndexOf('@', StringComparison.Ordinal), 1, 64);
        Assert.Equal((tenant, message), addresses.Read(address.ToUpperInvariant()));
        Assert.Null(addresses.Read("zoe@shop.example"));
        Assert.Null(addresses.Read(null));
    }

    [Fact, Trait("Behaviour", "DL-3")]
    public async Task A_tenants_own_server_gets_no_address_of_the_platform()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.UseServerAsync(smtp.Port);
        await tenant.QueueAsync(1);
        await tenant.SendAsync();
        Assert.Equal("service@shop.example", Assert.Single(await smtp.ReceivedAsync(1)).From);
    }

    private static Task<TestNode> NodeAsync(int port) => Post.NodeAsync(port, settings: new() { ["Email:BounceDomain"] = "bounces.example", ["Email:BounceSecret"] = Secret });

    private static async Task<(TestTenant Tenant, string ReturnPath)> SentAsync(TestNode node, SmtpServer smtp)
    {
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(1);
        await tenant.SendAsync();
        var path = Assert.Single(await smtp.ReceivedAsync(1)).From!;
        Assert.EndsWith("@bounces.example", path, StringComparison.Ordinal);
        return (tenant, path);
    }

    private static async Task<HttpStatusCode> PostAsync(TestTenant tenant, string to, string message, string secret = Secret)
    {
        using var request = TestHttp.Request(tenant, HttpMethod.Post, $"/bounces/{Uri.EscapeDataString(secret)}?to={Uri.EscapeDataString(to)}", TestNode.BaseDomain);
        request.Content = new StringContent(message, Encoding.UTF8, "message/rfc822");
        using var response = await TestHttp.SendAsync(request);
        return response.StatusCode;
    }

    private static string Bounce(string action, string status) =>
        $"""
        From: MAILER-DAEMON@mail.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        Auto-Submitted: auto-replied
        Content-Type: multipart/report; report-type=delivery-status;
         boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.example

        Final-Recipient: rfc822; zoe@shop.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: smtp; 550 {status} <zoe@shop.example>: Recipient
            address rejected

        --b--
        """;
}
