using System.Text.RegularExpressions;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>What a guest refuses: the terms, the camera, or to wait.</summary>
public sealed class RefusalTests
{
    /// <summary>As a browser in which somebody pressed "Block"; `window.allow()` is the switch beside the address.</summary>
    private const string NoCamera =
        """
        const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
        navigator.mediaDevices.getUserMedia = wanted => wanted.video ? Promise.reject(new DOMException('Permission denied', 'NotAllowedError')) : real(wanted);
        window.allow = () => void (navigator.mediaDevices.getUserMedia = real);
        """;

    [Fact, Trait("Behaviour", "IN-4")]
    public async Task Declined_terms_end_it_and_tell_the_inviter_who_is_looking()
    {
        await using var meeting = await Meeting.ArrangeAsync();
        var host = await meeting.HostComesAsync();
        await host.GoAsync("/support-invitations");
        var guest = await meeting.OpenAsync(new View("en", View.Narrow));
        await guest.GoAsync(meeting.Link);
        await guest.Page.ClickAsync(".guest-start");
        await guest.Page.Locator("form[action*=Decline] button").ClickAsync();
        await Expect(guest.Page.Locator("h1")).ToHaveTextAsync("You have declined");
        await Expect(host.Page.Locator("main")).ToContainTextAsync("Declined");
        Assert.Equal(0, await meeting.Tenant.SingleAsync<int>("select count(*)::int from calls"));
        await guest.GoAsync(meeting.Link);
        await Expect(guest.Page.Locator(".guest-start")).ToHaveCountAsync(0);
    }

    [Fact, Trait("Behaviour", "CA-1")]
    public async Task A_refused_camera_is_explained_to_both_and_the_call_goes_on_with_sound()
    {
        await using var meeting = await Meeting.ArrangeAsync("es", "de");
        var host = await meeting.HostComesAsync("de");
        var guest = await meeting.GuestRingsAsync(NoCamera);
        var coach = guest.Page.Locator("[data-coach]");
        await Expect(coach).ToContainTextAsync("No se puede usar su cámara");
        await Expect(coach.Locator("li").First).ToBeVisibleAsync();
        Assert.Empty(await Inspection.AccessibilityAsync(guest.Page));

        await Meeting.AnswerAsync(host);
        await guest.IsInAsync("in_call");
        await Expect(host.Page.Locator("[data-their-coach]")).ToContainTextAsync("Die Kamera des Gastes ist gesperrt");
        await Expect(host.Page.Locator("[data-theirs=camera-refused]")).ToBeVisibleAsync();
        await host.HearsAsync();
        await guest.Page.Locator("[data-do=without]").ClickAsync();
        await Expect(coach).ToBeHiddenAsync();

        // Allowed after all: the button asks again, and the picture is there.
        await guest.Page.EvaluateAsync("() => allow()");
        await guest.Page.Locator("[data-do=camera]").ClickAsync();
        await host.MovesAsync();
        await Expect(host.Page.Locator("[data-their-coach]")).ToBeHiddenAsync();
        Assert.Empty(meeting.Complaints);
    }

    [Fact, Trait("Behaviour", "IN-5")]
    public async Task Whoever_does_not_wait_any_longer_leaves_and_can_ring_again()
    {
        await using var meeting = await Meeting.ArrangeAsync();
        var host = await meeting.HostComesAsync();
        var guest = await meeting.GuestRingsAsync();
        await Expect(host.Page.Locator("#ringing section")).ToHaveCountAsync(1);
        await guest.Page.Locator("[data-do=hang-up]").ClickAsync();
        await guest.Page.WaitForURLAsync("**/goodbye");
        await Expect(host.Page.Locator("#ringing section")).ToHaveCountAsync(0);
        Assert.Equal("missed", await meeting.Tenant.SingleAsync<string>("select state from calls"));

        await guest.Page.ClickAsync(".guest-start");
        await guest.IsInAsync("ringing");
        await Meeting.AnswerAsync(host);
        await host.IsConnectedAsync();
        Assert.Equal(2, await meeting.Tenant.SingleAsync<int>("select count(*)::int from calls"));
    }

    [Fact, Trait("Behaviour", "IN-6")]
    public async Task A_second_device_takes_over_and_gives_back_and_a_second_tab_does_the_same()
    {
        await using var meeting = await Meeting.ArrangeAsync();
        var host = await meeting.HostComesAsync();
        var guest = await meeting.GuestRingsAsync();
        await Meeting.AnswerAsync(host);
        await host.IsConnectedAsync();

        var tablet = await meeting.GuestRingsAsync();
        await tablet.IsConnectedAsync();
        await Expect(guest.Page).ToHaveURLAsync(new Regex("/over$"));
        await host.MovesAsync();
        await guest.Page.ClickAsync(".guest-start");
        await guest.IsConnectedAsync();
        await Expect(tablet.Page).ToHaveURLAsync(new Regex("/over$"));
        await host.MovesAsync();

        var tab = await guest.OpenTabAsync();
        await tab.IsConnectedAsync();
        await guest.IsInAsync("taken-over");
        await host.MovesAsync();
    }
}
