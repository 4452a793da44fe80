using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>A guest's whole way on a phone: in the invitation's language, whatever the browser speaks, and each page as good for those who cannot see it.</summary>
public sealed class WholeWayTests
{
    private const string Language = "es";

    [Fact, Trait("Behaviour", "IN-2"), Trait("Behaviour", "IN-4"), Trait("Behaviour", "IN-5"), Trait("Behaviour", "CA-1"), Trait("Behaviour", "CA-9")]
    public async Task From_the_link_to_the_question_at_the_end()
    {
        await using var meeting = await Meeting.ArrangeAsync(Language);
        var host = await meeting.HostComesAsync();
        var guest = await meeting.OpenAsync(new View("de", View.Narrow));

        await guest.GoAsync(meeting.Link);
        await IsFineAsync(guest);
        await guest.Page.ClickAsync(".guest-start");
        await guest.Page.WaitForURLAsync("**/terms");
        await IsFineAsync(guest);
        await guest.Page.ClickAsync(".guest-start");
        await guest.IsInAsync("ringing");
        await Expect(guest.Page.Locator("[data-checked=camera]")).ToHaveAttributeAsync("data-state", "ok");
        await Expect(guest.Page.Locator("[data-checked=microphone]")).ToHaveAttributeAsync("data-state", "ok");
        await IsFineAsync(guest);

        await Meeting.AnswerAsync(host);
        foreach (var page in new[] { host, guest }) await page.IsConnectedAsync();
        await host.MovesAsync();
        await IsFineAsync(guest);
        Assert.Empty(await Inspection.AccessibilityAsync(host.Page));
        Assert.Empty(await Inspection.ShapeAsync(host.Page, "en"));

        // Reloading is coming back: the same call, the same picture.
        await guest.Page.ReloadAsync();
        await guest.IsConnectedAsync();
        await host.MovesAsync();
        Assert.Equal(1, await meeting.Tenant.SingleAsync<int>("select count(*)::int from calls"));

        await host.Page.Locator("[data-do=hang-up]").ClickAsync();
        await guest.Page.WaitForURLAsync("**/goodbye");
        await IsFineAsync(guest);
        await guest.Page.Locator(".nps-score").Nth(9).ClickAsync();
        await guest.Page.FillAsync("#Form_Comment", "Muy amable");
        await guest.Page.Locator(".front-main form button").ClickAsync();
        await Expect(guest.Page.Locator(".nps")).ToHaveCountAsync(0);
        await IsFineAsync(guest);
        await Expect(host.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/calls/[0-9a-f-]{36}$"));
        await Expect(host.Page.Locator("main")).ToContainTextAsync("Muy amable");
        Assert.DoesNotContain(meeting.Complaints, complaint => !complaint.Contains("401", StringComparison.Ordinal));
    }

    private static async Task IsFineAsync(CallPage page)
    {
        Assert.Empty(await Inspection.ShapeAsync(page.Page, Language));
        Assert.Empty(await Inspection.AccessibilityAsync(page.Page));
    }
}
