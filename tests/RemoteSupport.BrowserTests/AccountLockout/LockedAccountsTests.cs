using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.AccountLockout;

public sealed class LockedAccountsTests
{
    [Fact, Trait("Behaviour", "AC-5")]
    public async Task An_administrator_unlocks_an_account_and_its_holder_gets_in()
    {
        var tenant = await PortalNode.TenantAsync();
        var locked = await tenant.AddPartnerUserAsync();
        for (var i = 1; i <= 5; i++) await tenant.Call().TrySignInAsync(locked.Email, "not the password");
        await using var admin = await Person.ComeAsync(tenant);
        await admin.SignInAsync(await tenant.AddPartnerUserAsync("admin"));

        await admin.ArriveAsync(() => admin.Page.GetByRole(AriaRole.Link, new() { Name = locked.Name }).ClickAsync());
        await admin.ArriveAsync(() => admin.Page.GetByRole(AriaRole.Button, new() { Name = $"Unlock: {locked.Name}" }).ClickAsync());

        await Expect(admin.Page.Locator("#toasts")).ToContainTextAsync("The account is unlocked.");
        await Expect(admin.Page.GetByRole(AriaRole.Heading, new() { Name = "Nobody is locked out" })).ToBeVisibleAsync();
        await using var holder = await Person.ComeAsync(tenant);
        await holder.SignInAsync(locked);
    }
}
