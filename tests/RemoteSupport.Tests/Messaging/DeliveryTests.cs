using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Messaging;

public sealed class DeliveryTests
{
    [Fact, Trait("Behaviour", "DL-1")]
    public async Task A_transaction_that_is_rolled_back_leaves_no_message()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);

        await tenant.QueueAsync(1, keep: false);
        await tenant.SendAsync();

        Assert.Empty(await tenant.OutboxAsync());
        Assert.Empty(smtp.Received);
    }

    [Fact, Trait("Behaviour", "DL-1")]
    public async Task What_a_node_took_and_did_not_record_is_sent_again_under_the_same_id()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(1);

        await tenant.SendAsync();
        // As if the node had been killed after the server took it and before that was written down.
        await tenant.RunAsync("update messages set state = 'queued', due_at = @until, body_text = 'x', body_html = 'x' where tenant_id = @Id", new { until = tenant.Now + OutboxLease.Length, tenant.Id });
        await tenant.SendAsync();
        Assert.Single(await smtp.ReceivedAsync(1));

        tenant.Now += OutboxLease.Length;
        await tenant.SendAsync();

        Assert.Equal(2, (await smtp.ReceivedAsync(2)).Count);
        Assert.Single(Post.Ids(smtp.Received).Distinct());
        Assert.Equal("sent", Assert.Single(await tenant.OutboxAsync()).State);
    }

    [Fact, Trait("Behaviour", "DL-1")]
    public async Task A_node_whose_lease_is_over_records_nothing_over_what_another_did()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(1);
        QueuedMessage slow = null!;
        await tenant.InScopeAsync(async scope => slow = (await scope.GetRequiredService<OutboxLease>().TakeAsync(Channels.Email)).Single());

        tenant.Now += OutboxLease.Length;
        await tenant.SendAsync();
        await tenant.InScopeAsync(async scope =>
        {
            var lease = scope.GetRequiredService<OutboxLease>();
            Assert.Equal(0, await lease.RecordAsync(slow, new(Platform.Messaging.Smtp.MailResult.TryLater, "late")));
            Assert.Equal(0, await lease.GiveBackAsync([slow], TimeSpan.Zero));
        });

        Assert.Equal(("sent", 2), (await tenant.OutboxAsync()).Select(row => (row.State, row.Attempts)).Single());
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_temporary_refusal_is_tried_again_after_growing_pauses_until_the_message_has_no_use()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        var began = tenant.Now;
        await tenant.QueueAsync(1, "refuse-451@shop.example");
        var pauses = new List<TimeSpan>();

        while ((await tenant.OutboxAsync()).Single() is { State: "queued", DueAt: { } due })
        {
            if (due > tenant.Now) pauses.Add(due - tenant.Now);
            tenant.Now = due;
            await tenant.SendAsync();
        }

        var row = (await tenant.OutboxAsync()).Single();
        Assert.Equal(("failed", null), (row.State, row.DueAt));
        Assert.Contains("451", row.LastError, StringComparison.Ordinal);
        Assert.Equal(pauses.Order(), pauses);
        Assert.True(pauses.Count >= 6 && pauses[^1] > pauses[0]);
        Assert.InRange(tenant.Now - began, TimeSpan.FromHours(18), TimeSpan.FromHours(24));
        Assert.Empty(smtp.Received);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_permanent_refusal_stops_at_once_and_says_why()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(1, "refuse-550@shop.example");

        await tenant.SendAsync();

        var row = (await tenant.OutboxAsync()).Single();
        Assert.Equal(("failed", 1, null), (row.State, row.Attempts, row.DueAt));
        Assert.Contains("550", row.LastError, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task While_the_server_is_away_messages_wait_untried_and_go_out_when_it_is_back()
    {
        int port;
        await using (var gone = await SmtpServer.StartAsync()) port = gone.Port;
        await using var node = await Post.NodeAsync(port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(30);

        await tenant.SendAsync();
        var waiting = await tenant.OutboxAsync();
        Assert.All(waiting, row => Assert.Equal("queued", row.State));
        // Each of the two batches may have found it out for itself; the others were not tried.
        Assert.InRange(waiting.Count(row => row.Attempts > 0), 1, 2);
        Assert.Contains(waiting, row => row.LastError == Platform.Messaging.Smtp.MailReasons.Unreachable);

        await using var smtp = await SmtpServer.StartAsync();
        await using var other = await Post.NodeAsync(smtp.Port);
        var there = tenant.On(other);
        there.Now = tenant.Now + TimeSpan.FromMinutes(1);
        await there.SendAsync();
        Assert.Equal(30, (await smtp.ReceivedAsync(30)).Count);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task What_waited_too_long_for_a_server_is_not_sent_any_more()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(1);

        tenant.Now += TimeSpan.FromDays(1);
        await tenant.SendAsync();

        Assert.Equal(("failed", Platform.Messaging.Smtp.MailReasons.TooLate), (await tenant.OutboxAsync()).Select(row => (row.State, row.LastError)).Single());
        Assert.Empty(smtp.Received);
    }

    [Theory, Trait("Behaviour", "DL-4")]
    [InlineData("en"), InlineData("it"), InlineData("es"), InlineData("de")]
    public async Task A_message_is_html_and_text_in_its_language_with_the_logo_inside_and_nothing_to_load(string language)
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.RunAsync("insert into brand_images (kind, media_type, content) values ('logo', 'image/png', '\\x89504e47')");
        node.Services.GetRequiredService<Platform.Tenancy.TenantStore>().Forget();
        await tenant.QueueAsync(1, language: language);

        await tenant.SendAsync();

        var mail = Assert.Single(await smtp.ReceivedAsync(1));
        Assert.Equal(language, mail.Message.Header("Content-Language"));
        Assert.EndsWith("@mail.example>", mail.Message.Header("Message-ID"), StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Message.Header("Auto-Submitted"));
        Assert.Contains("multipart/alternative(text/plain", mail.Message.Outline(), StringComparison.Ordinal);
        Assert.Contains("src=\"cid:logo\"", mail.Html, StringComparison.Ordinal);
        Assert.Equal("<logo>", mail.Message.Find("image/png").Header("Content-ID"));
        Assert.DoesNotContain("src=\"http", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("192.0.2.7", mail.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "DL-5")]
    public async Task The_token_is_in_the_message_that_goes_out_and_never_at_rest_and_bodies_are_erased()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        var link = Guid.CreateVersion7(tenant.Now);
        var token = node.Services.GetRequiredService<LinkTokens>().TokenFor("password-reset", tenant.Id, link);
        await tenant.QueueAsync(1, link: link);
        Assert.DoesNotContain(token, string.Concat(await tenant.OutboxAsync()), StringComparison.Ordinal);

        await tenant.SendAsync();

        var mail = Assert.Single(await smtp.ReceivedAsync(1));
        Assert.Contains($"http://{tenant.Host}/reset-password/{token}", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"http://{tenant.Host}/reset-password/{token}", mail.Html, StringComparison.Ordinal);
        var row = (await tenant.OutboxAsync()).Single();
        Assert.Equal((null, null, "[]"), (row.BodyText, row.BodyHtml, row.Links));
    }
}
