using System.Net;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery;

[Trait("Behaviour", "DL-6")]
public sealed class SenderTests
{
    private const string Path = "/delivery-settings/email";
    private const string Wanted = "service@shop.example";

    [Fact]
    public async Task An_address_of_another_domain_is_used_only_once_its_holder_has_agreed()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        var admin = await tenant.AdminAsync();
        var saved = await admin.PutAsync(Path, new { server = "platform", sender = Wanted }, "\"0\"");
        Assert.Equal((true, "no-reply@mail.example"), (saved.Body["isSenderWaiting"]!.GetValue<bool>(), saved.Body["sendsFrom"]!.GetValue<string>()));
        Assert.Equal(["SPF", "DKIM", "DMARC"], saved.Body["records"]!.AsArray().Select(record => record!["kind"]!.GetValue<string>()));
        var link = Assert.Single(Assert.Single(await tenant.MessagesToAsync(Wanted)).Paths);

        var holder = tenant.Browse();
        var page = await holder.GetAsync(link);
        Assert.Contains(Wanted, page.Text, StringComparison.Ordinal);
        Assert.Equal("no-reply@mail.example", (await admin.GetAsync(Path)).Body["sendsFrom"]!.GetValue<string>());
        Assert.Equal("The address is confirmed", (await holder.SubmitAsync(page, "main form button")).Heading);
        Assert.Equal(HttpStatusCode.Gone, (await holder.GetAsync(link)).Status);

        Assert.Equal(Wanted, (await admin.GetAsync(Path)).Body["sendsFrom"]!.GetValue<string>());
        await tenant.QueueAsync(1);
        await tenant.SendAsync();
        Assert.Contains(Wanted, (await smtp.ReceivedAsync(2))[^1].Message.Header("From"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_dead_after_a_day_after_a_newer_one_and_for_another_address()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AdminAsync();
        await admin.PutAsync(Path, new { server = "platform", sender = Wanted }, "\"0\"");
        var first = (await tenant.MessagesToAsync(Wanted))[0].Paths[0];
        tenant.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.Accepted, (await admin.PostAsync(Path + "/confirmation")).Status);
        var second = (await tenant.MessagesToAsync(Wanted))[1].Paths[0];
        var holder = tenant.Browse();
        Assert.Equal(HttpStatusCode.Gone, (await holder.GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await holder.GetAsync(second)).Status);

        tenant.Now += TimeSpan.FromHours(24);
        Assert.Equal(HttpStatusCode.Gone, (await holder.GetAsync(second)).Status);
        tenant.Now -= TimeSpan.FromHours(24);
        await admin.PutAsync(Path, new { server = "platform", sender = "other@shop.example" }, "\"1\"");
        Assert.Equal(HttpStatusCode.Gone, (await holder.GetAsync(second)).Status);
        Assert.Single(await tenant.MessagesToAsync("other@shop.example"));
    }

    [Fact]
    public async Task A_strangers_mailbox_gets_five_links_an_hour_at_most()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AdminAsync();
        await admin.PutAsync(Path, new { server = "platform", sender = Wanted }, "\"0\"");
        for (var i = 0; i < 4; i++) Assert.Equal(HttpStatusCode.Accepted, (await admin.PostAsync(Path + "/confirmation")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await admin.PostAsync(Path + "/confirmation")).Status);
        Assert.Equal(5, (await tenant.MessagesToAsync(Wanted)).Count);
    }

    [Fact]
    public async Task In_the_platforms_domain_a_tenant_has_only_its_own_names()
    {
        await using var node = await Post.NodeAsync(1);
        var tenant = await TestTenant.CreateAsync(node);
        var admin = await tenant.AdminAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PutAsync(Path, new { server = "platform", sender = "billing@mail.example" }, "\"0\"")).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PutAsync(Path, new { server = "platform", sender = $"{tenant.Slug}x@mail.example" }, "\"0\"")).Status);
        var own = $"{tenant.Slug}.help@mail.example";
        var saved = await admin.PutAsync(Path, new { server = "platform", sender = own }, "\"0\"");
        Assert.Equal((own, false), (saved.Body["sendsFrom"]!.GetValue<string>(), saved.Body["isSenderWaiting"]!.GetValue<bool>()));
        Assert.Empty(await tenant.OutboxAsync());
    }

    [Fact]
    public async Task A_sender_that_an_own_server_vouched_for_is_confirmed_once_the_platforms_server_sends()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AdminAsync();
        await admin.PutAsync(Path, new { server = "own", host = "mail.shop.example", security = "tls", sender = Wanted }, "\"0\"");
        Assert.Empty(await tenant.MessagesToAsync(Wanted));

        var saved = await admin.PutAsync(Path, new { server = "platform", sender = Wanted }, "\"1\"");

        Assert.True(saved.Body["isSenderWaiting"]!.GetValue<bool>());
        Assert.Single(await tenant.MessagesToAsync(Wanted));
    }
}
