using System.Net;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Delivery.Log;

/// <summary>The log by page: filters, one message, what can be done about it (DL-4).</summary>
public sealed class LogPagesTests
{
    private const string Here = "/settings/delivery-log";

    [Fact, Trait("Behaviour", "DL-4")]
    public async Task What_a_server_refuses_is_in_the_log_with_its_words_and_on_the_admins_home_page()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(1, "refuse-550@shop.example");
        await tenant.SendAsync();
        Assert.Equal(1, await tenant.SingleAsync<int>("select count(*)::int from live_events where topic = 'tenant' and what = 'messages'"));

        var browser = await tenant.AdminBrowserAsync();
        var home = await browser.GetAsync("/");
        Assert.Null(home.Document.QuerySelector("#home-messages")!.GetAttribute("hidden"));
        var page = await browser.GetAsync(home.Document.QuerySelector("#home-messages a.row-title")!.GetAttribute("href")!);
        Assert.Equal("Account locked", page.Heading);
        Assert.Contains("550", page.Document.QuerySelector("#attempts tbody")!.TextContent, StringComparison.Ordinal);

        var supporter = tenant.Browse();
        await supporter.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        Assert.Null((await supporter.GetAsync("/")).Document.QuerySelector("#home-messages"));
    }

    [Fact, Trait("Behaviour", "DL-4")]
    public async Task Without_failures_home_shows_nothing_of_them_and_old_ones_go()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.AddMessageAsync();
        tenant.Now += TimeSpan.FromDays(8);
        await tenant.AddMessageAsync("sent", text: null);
        Assert.NotNull((await (await tenant.AdminBrowserAsync()).GetAsync("/")).Document.QuerySelector("#home-messages")!.GetAttribute("hidden"));
    }

    [Fact, Trait("Behaviour", "DL-4")]
    public async Task Reasons_of_ours_are_in_the_readers_language_and_a_servers_words_as_they_are()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.AddMessageAsync(recipient: "a@shop.example", lastError: MailReasons.Unreachable);
        await tenant.AddMessageAsync(recipient: "b@shop.example", lastError: "550 5.1.1 No {0} such user");
        var items = (await (await tenant.AdminAsync("de")).GetAsync("/messages")).Body["items"]!.AsArray();
        Assert.Equal(
            ["550 5.1.1 No {0} such user", "Der Mailserver ist nicht erreichbar."],
            items.OrderByDescending(item => item!["recipient"]!.GetValue<string>()).Select(item => item!["lastError"]!.GetValue<string>()));
    }

    [Fact, Trait("Behaviour", "DL-4")]
    public async Task The_text_is_shown_with_its_links_masked_as_long_as_it_is_there()
    {
        await using var smtp = await SmtpServer.StartAsync();
        await using var node = await Post.NodeAsync(smtp.Port);
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.QueueAsync(1);
        var id = await tenant.SingleAsync<Guid>("select id from messages");
        var browser = await tenant.AdminBrowserAsync();

        var page = await browser.GetAsync($"{Here}/{id}");
        Assert.Contains("(secret link)", page.Document.QuerySelector(".mail-text")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("link.invalid", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/reset-password/", page.Html, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*=Resend]"));

        await tenant.SendAsync();
        page = await browser.GetAsync($"{Here}/{id}");
        Assert.Null(page.Document.QuerySelector(".mail-text"));
        Assert.Contains("The text is erased as soon as a message has been handed over.", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "DL-2")]
    public async Task A_button_sends_again_what_can_be_and_else_the_page_says_why_not()
    {
        var tenant = await TestTenant.CreateAsync();
        var (fine, erased) = (await tenant.AddMessageAsync(), await tenant.AddMessageAsync(text: null));
        var browser = await tenant.AdminBrowserAsync();
        var form = await browser.GetAsync($"{Here}/{fine}");
        var page = await browser.SubmitAsync(form, "form[action*=Resend] button");
        Assert.Contains("The message is on its way again.", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form[action*=Resend]"));

        page = await browser.GetAsync($"{Here}/{erased}");
        Assert.Null(page.Document.QuerySelector("form[action*=Resend]"));
        Assert.Contains("was erased when it was handed over", page.Text, StringComparison.Ordinal);

        await tenant.RunAsync("update messages set state = 'sent' where id = @fine", new { fine });
        page = await browser.SubmitAsync(form, "form[action*=Resend] button");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("This message has not failed.", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "DL-4")]
    public async Task The_filter_takes_whole_days_of_the_reader_and_keeps_what_was_chosen_on_every_page()
    {
        var tenant = await TestTenant.CreateAsync();
        // 23:30 UTC on the tenth is half past midnight on the eleventh in Rome.
        tenant.Now = new(2026, 3, 10, 23, 30, 0, TimeSpan.Zero);
        for (var i = 0; i < 51; i++) await tenant.AddMessageAsync();
        var browser = await tenant.AdminBrowserAsync();
        Assert.Contains("Nothing fits the filter", (await browser.GetAsync($"{Here}?to=2026-03-10")).Text, StringComparison.Ordinal);

        var page = await browser.SubmitAsync(await browser.GetAsync(Here), "[name='from']", ("from", "2026-03-11"), ("state", "failed"), ("recipient", "ZOE"), ("message", "access-requested"));
        Assert.Equal(50, page.Document.QuerySelectorAll("#messages tbody tr").Length);
        page = await browser.GetAsync(page.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal((1, "failed", "ZOE"), (page.Document.QuerySelectorAll("#messages tbody tr").Length, page.Document.QuerySelector("[name='state'] option[selected]")!.GetAttribute("value"), page.Document.QuerySelector("[name='recipient']")!.GetAttribute("value")));
    }
}
