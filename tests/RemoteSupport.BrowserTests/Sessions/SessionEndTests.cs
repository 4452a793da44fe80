using System.Text.RegularExpressions;
using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Sessions;

public sealed partial class SessionEndTests
{
    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_session_ended_from_another_browser_takes_its_open_pages_to_sign_in_on_every_node_within_two_seconds()
    {
        await using var second = await PortalNode.StartAsync();
        var tenant = await PortalNode.TenantAsync();
        var account = await tenant.AddPartnerUserAsync();
        await using var lost = await Person.ComeAsync(tenant);
        await lost.SignInAsync(account);
        var (here, there) = (lost.Page, (await lost.OpenTabAsync(second)).Page);
        await ConnectAsync(here, $"http://{tenant.Host}:{tenant.Node.Port}/");
        await ConnectAsync(there, $"http://{tenant.Host}:{second.Port}/");
        await using var holder = await Person.ComeAsync(tenant);
        await holder.SignInAsync(account);
        await holder.GoAsync("/sessions");

        await holder.SubmitAsync("form[action*=EndOthers] button");

        var soon = new PageAssertionsToHaveURLOptions { Timeout = 2_000 };
        await Task.WhenAll(Expect(here).ToHaveURLAsync(SignIn(), soon), Expect(there).ToHaveURLAsync(SignIn(), soon));
        await Expect(here.Locator("main")).ToContainTextAsync("Your session has ended. Please sign in again.");
        Assert.Equal("/sessions", holder.Path);
    }

    /// <summary>Opens a page and waits until it hears from its node.</summary>
    private static async Task ConnectAsync(IPage page, string address)
    {
        var heard = new TaskCompletionSource();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, _) => heard.TrySetResult();
        await page.GotoAsync(address);
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [GeneratedRegex("/sign-in\\?ended=true$")]
    private static partial Regex SignIn();
}
