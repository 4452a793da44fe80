using System.Net;
using AngleSharp.Dom;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Calls;

/// <summary>What whoever invited sees and gets when a guest rings (IN-5).</summary>
[Trait("Behaviour", "IN-5")]
public sealed class RingingTests
{
    [Fact]
    public async Task It_rings_on_every_page_until_it_is_answered()
    {
        var (tenant, browser, guest) = await SignedInAsync();
        Assert.Null((await browser.GetAsync("/profile")).Document.QuerySelector("[data-ringing]"));
        var call = await guest.RingAsync();
        foreach (var path in new[] { "/", "/profile", "/calls", "/sessions" })
            Assert.Equal($"{Guest.Invitee} is calling", (await browser.GetAsync(path)).Document.QuerySelector("#ringing [data-ringing]")!.GetAttribute("data-ringing"));

        var form = (await browser.GetAsync("/profile")).Document.QuerySelector("#ringing form[action*='Answer']")!;
        using var answer = await PostAsync(browser, form);
        Assert.Equal((HttpStatusCode.Redirect, $"/calls/{call}/room"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.Equal("in_call", await tenant.SingleAsync<string>("select state from calls"));
        Assert.Null((await browser.GetAsync("/profile")).Document.QuerySelector("[data-ringing]"));
    }

    [Fact]
    public async Task Not_now_is_silent_on_every_page_while_the_guest_waits_on()
    {
        var (tenant, browser, guest) = await SignedInAsync();
        await guest.RingAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync("/profile"), "#ringing form[action*='Quiet'] button");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var call = (await browser.GetAsync("/")).Document.QuerySelector("#ringing [data-ringing]")!;
        Assert.True(call.ClassList.Contains("ringing-quiet"));
        Assert.Null(call.QuerySelector("form[action*='Quiet']"));
        Assert.NotNull(call.QuerySelector("form[action*='Answer']"));
        Assert.Equal("ringing", await tenant.SingleAsync<string>("select state from calls"));
    }

    [Fact]
    public async Task It_rings_for_nobody_else()
    {
        var (tenant, _, guest) = await SignedInAsync();
        await guest.RingAsync();
        var colleague = tenant.Browse();
        await colleague.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        var page = await colleague.GetAsync("/");
        Assert.Null(page.Document.QuerySelector("[data-ringing]"));
        Assert.DoesNotContain(Guest.Invitee, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_answers_too_late_reads_that_the_call_is_over()
    {
        var (_, browser, guest) = await SignedInAsync();
        var call = await guest.RingAsync();
        var form = (await browser.GetAsync("/profile")).Document.QuerySelector("#ringing form[action*='Answer']")!;
        await guest.PostAsync($"/calls/{call}/room/hang-up");
        using var answer = await PostAsync(browser, form);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("This call is over.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missed_call_stands_on_the_front_page_until_the_guest_is_answered()
    {
        var (tenant, browser, guest) = await SignedInAsync();
        var missed = await guest.RingAsync();
        await guest.PostAsync($"/calls/{missed}/room/hang-up");
        var card = (await browser.GetAsync("/")).Document.GetElementById("home-calls")!;
        Assert.False(card.HasAttribute("hidden"));
        Assert.Equal($"/calls/{missed}", card.QuerySelector(".row-title")!.GetAttribute("href"));

        tenant.Now += TimeSpan.FromMinutes(1);
        await guest.RingAsync();
        Assert.True((await browser.GetAsync("/")).Document.GetElementById("home-calls")!.HasAttribute("hidden"));
    }

    [Theory]
    [InlineData("en", "Missed call: Customer X, difficult", "works until")]
    [InlineData("it", "Chiamata persa: Customer X, difficult", "è valido fino al")]
    [InlineData("es", "Llamada perdida: Customer X, difficult", "funciona hasta el")]
    [InlineData("de", "Verpasster Anruf: Customer X, difficult", "gilt bis")]
    public async Task A_missed_call_is_mailed_in_the_inviters_language(string language, string subject, string says)
    {
        var tenant = await TestTenant.CreateAsync();
        var inviter = await tenant.AddPartnerUserAsync(language: language);
        var guest = await Guest.InvitedByAsync(tenant, inviter, "it");
        var call = await guest.RingAsync();
        await guest.PostAsync($"/calls/{call}/room/hang-up");
        var mail = Assert.Single(await tenant.MessagesToAsync(inviter.Email));
        Assert.Equal((language, subject), (mail.Language, mail.Subject));
        Assert.Contains(says, mail.Text, StringComparison.Ordinal);
        Assert.Contains($"/calls/{call}", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_who_rings_again_and_again_is_one_mail_in_ten_minutes()
    {
        var tenant = await TestTenant.CreateAsync();
        var inviter = await tenant.AddPartnerUserAsync();
        var guest = await Guest.InvitedByAsync(tenant, inviter);
        foreach (var (minutes, mails) in new[] { (0, 1), (3, 1), (6, 1), (20, 2) })
        {
            tenant.Now = TestClock.Start + TimeSpan.FromMinutes(minutes);
            var call = await guest.RingAsync();
            await guest.PostAsync($"/calls/{call}/room/hang-up");
            Assert.Equal(mails, (await tenant.MessagesToAsync(inviter.Email)).Count);
        }
    }

    private static async Task<(TestTenant Tenant, Browser Browser, Guest Guest)> SignedInAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        var inviter = await tenant.AddPartnerUserAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync(inviter.Email);
        return (tenant, browser, await Guest.InvitedByAsync(tenant, inviter));
    }

    private static Task<HttpResponseMessage> PostAsync(Browser browser, IElement form) => browser.SendOnceAsync(
        HttpMethod.Post, form.GetAttribute("action")!,
        new FormUrlEncodedContent(form.QuerySelectorAll("input").Select(field => KeyValuePair.Create(field.GetAttribute("name")!, field.GetAttribute("value") ?? ""))));
}
