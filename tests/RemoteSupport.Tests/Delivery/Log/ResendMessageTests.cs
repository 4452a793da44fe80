using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery.Log;

/// <summary>Sending again what failed: once, never with a dead link, never over what is under way (DL-2).</summary>
public sealed class ResendMessageTests
{
    [Fact, Trait("Behaviour", "DL-2")]
    public async Task What_failed_goes_out_once_more_however_often_somebody_clicks()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        var id = await tenant.AddMessageAsync();
        var api = await tenant.AdminAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => api.PostAsync($"/messages/{id}/resend")));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "queued"), (answer.Status, answer.Body["state"]!.GetValue<string>())));
        Assert.Equal(["""{"state": {"after": "queued", "before": "failed"}}"""], await tenant.TrailAsync());

        await tenant.SendAsync();
        await tenant.SendAsync();
        Assert.StartsWith($"<{id:N}@", Assert.Single(await smtp.ReceivedAsync(1)).Message.Header("Message-ID"), StringComparison.Ordinal);
        var after = (await api.GetAsync($"/messages/{id}")).Body;
        Assert.Equal(("sent", 2), (after["message"]!["state"]!.GetValue<string>(), after["message"]!["attempts"]!.GetValue<int>()));
        Assert.Equal((HttpStatusCode.Conflict, "already_sent"), (await api.PostAsync($"/messages/{id}/resend")) is var again ? (again.Status, again.Code) : default);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task What_a_node_is_sending_at_this_moment_is_left_to_it()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(1);
        var api = await tenant.AdminAsync();
        QueuedMessage taken = null!;
        await tenant.InScopeAsync(async scope => taken = (await scope.GetRequiredService<OutboxLease>().TakeAsync(Channels.Email)).Single());
        var before = await tenant.OutboxAsync();

        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/messages/{taken.Id}/resend")).Status);
        Assert.Equal(before, await tenant.OutboxAsync());
        Assert.Empty(await tenant.TrailAsync());
        await tenant.SendAsync();
        Assert.Empty(smtp.Received);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_node_that_was_slow_does_not_write_over_what_was_sent_again()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        var id = await tenant.AddMessageAsync("queued");
        QueuedMessage slow = null!;
        await tenant.InScopeAsync(async scope => slow = (await scope.GetRequiredService<OutboxLease>().TakeAsync(Channels.Email)).Single());
        tenant.Now += OutboxLease.Length;
        await tenant.InScopeAsync(async scope =>
        {
            var lease = scope.GetRequiredService<OutboxLease>();
            await lease.RecordAsync((await lease.TakeAsync(Channels.Email)).Single(), new(Platform.Messaging.Smtp.MailResult.RefusedForGood, "550 no"));
        });
        await (await tenant.AdminAsync()).PostAsync($"/messages/{id}/resend");
        await tenant.InScopeAsync(async scope => Assert.Equal(0, await scope.GetRequiredService<OutboxLease>().RecordAsync(slow, new(Platform.Messaging.Smtp.MailResult.RefusedForGood, "late"))));
        Assert.Equal("queued", (await tenant.OutboxAsync()).Single().State);
    }

    [Theory, Trait("Behaviour", "DL-2")]
    [InlineData("replaced")]
    [InlineData("used")]
    [InlineData("expired")]
    [InlineData("deactivated")]
    public async Task A_dead_link_is_never_sent_and_it_is_said_what_to_do_instead(string how)
    {
        var tenant = await TestTenant.CreateAsync();
        var person = await tenant.AddPartnerUserAsync();
        await tenant.Call().PostAsync("/password-resets", new { email = person.Email });
        await tenant.FailAsync();
        var id = await tenant.SingleAsync<Guid>("select id from messages");
        if (how == "replaced") await tenant.Call().PostAsync("/password-resets", new { email = person.Email });
        if (how == "used") await tenant.RunAsync("update account_links set used_at = @Now where account_id = @Id", new { tenant.Now, person.Id });
        if (how == "deactivated") await tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { person.Id });
        if (how == "expired") tenant.Now += TimeSpan.FromHours(24);

        var answer = await (await tenant.AdminAsync()).PostAsync($"/messages/{id}/resend");
        Assert.Equal((HttpStatusCode.Gone, "link_expired"), (answer.Status, answer.Code));
        Assert.Equal("The link in this message no longer works. The person can ask for a new link on the sign-in page.", answer.Detail);
        Assert.Equal("failed", await tenant.SingleAsync<string>("select state from messages where id = @id", new { id }));
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_message_is_tried_no_longer_than_its_link_lives()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.Call().PostAsync("/password-resets", new { email = (await tenant.AddPartnerUserAsync()).Email });
        await tenant.FailAsync();
        tenant.Now += TimeSpan.FromHours(20);
        var id = await tenant.SingleAsync<Guid>("select id from messages");
        Assert.Equal(HttpStatusCode.OK, (await (await tenant.AdminAsync()).PostAsync($"/messages/{id}/resend")).Status);
        Assert.Equal(TestClock.Start.AddHours(24), await tenant.SingleAsync<DateTimeOffset>("select give_up_at from messages"));
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task An_invitation_can_be_sent_again_while_the_person_waits_and_a_reporters_link_while_the_report_is_open()
    {
        var tenant = await TestTenant.CreateAsync();
        var api = await tenant.AdminAsync();
        var user = (await api.PostAsync("/users", new { name = "Nina", email = "nina@example.com" })).Body["id"]!.GetValue<Guid>();
        await tenant.FailAsync();
        var id = await tenant.SingleAsync<Guid>("select id from messages");
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/messages/{id}/resend")).Status);
        await tenant.FailAsync();
        await api.PatchAsync($"/users/{user}", new { status = "deactivated" });
        Assert.Equal("The link in this message no longer works. Send a new invitation instead, where the person is listed.", (await api.PostAsync($"/messages/{id}/resend")).Detail);

        var organization = await tenant.AddOrganizationAsync();
        var member = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(organization)).Email);
        await member.PostAsync($"/organizations/{organization}/problem-reports", new { application = "Mail", summary = "It fails", description = "Since today." });
        await tenant.FailAsync();
        var confirmation = await tenant.SingleAsync<Guid>("select id from messages where message = 'problem-report-received'");
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/messages/{confirmation}/resend")).Status);
        await tenant.FailAsync();
        await tenant.RunAsync("update problem_reports set state = 'resolved', resolved_at = @at, resolved_by = @user where tenant_id = @Id", new { at = tenant.Now - TimeSpan.FromDays(30), user, tenant.Id });
        Assert.Equal("link_expired", (await api.PostAsync($"/messages/{confirmation}/resend")).Code);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_link_that_confirms_a_sender_is_sent_again_while_it_is_the_newest()
    {
        var tenant = await TestTenant.CreateAsync();
        var link = Guid.CreateVersion7(tenant.Now);
        var hash = LinkTokens.HashOf(tenant.Node.Services.GetRequiredService<LinkTokens>().TokenFor("sender-address", tenant.Id, link));
        await tenant.RunAsync("insert into delivery_settings (sender, confirm_hash, confirm_until) values ('a@shop.example', @hash, @until)", new { hash, until = tenant.Now + TimeSpan.FromHours(2) });
        var id = await tenant.AddMessageAsync(links: $$"""[{"Purpose":"sender-address","Id":"{{link}}","Path":"/confirm-sender/{token}","Marker":"https://link.invalid/1"}]""");
        var api = await tenant.AdminAsync();
        Assert.Equal(HttpStatusCode.OK, (await api.PostAsync($"/messages/{id}/resend")).Status);
        Assert.Equal(tenant.Now.AddHours(2), await tenant.SingleAsync<DateTimeOffset>("select give_up_at from messages"));

        await tenant.FailAsync();
        await tenant.RunAsync("update delivery_settings set confirm_hash = 'x' where tenant_id = @Id", new { tenant.Id });
        Assert.Equal("The link in this message no longer works. Ask for a new link in the delivery settings.", (await api.PostAsync($"/messages/{id}/resend")).Detail);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_link_that_nobody_answers_for_counts_as_dead()
    {
        var tenant = await TestTenant.CreateAsync();
        var id = await tenant.AddMessageAsync(links: $$"""[{"Purpose":"unheard-of","Id":"{{Guid.Empty}}","Path":"/x/{token}","Marker":"https://link.invalid/1"}]""");
        Assert.Equal("link_expired", (await (await tenant.AdminAsync()).PostAsync($"/messages/{id}/resend")).Code);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task Erased_texts_and_old_news_are_not_sent_again()
    {
        var tenant = await TestTenant.CreateAsync();
        var (erased, old) = (await tenant.AddMessageAsync(text: null), await tenant.AddMessageAsync());
        var api = await tenant.AdminAsync();
        Assert.Equal("text_erased", (await api.PostAsync($"/messages/{erased}/resend")).Code);
        tenant.Now += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        Assert.True((await (await tenant.AdminAsync()).GetAsync($"/messages/{old}")).Body["canBeResent"]!.GetValue<bool>());
        tenant.Now += TimeSpan.FromSeconds(1);
        Assert.Equal("message_outdated", (await (await tenant.AdminAsync()).PostAsync($"/messages/{old}/resend")).Code);
    }
}
