using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.SignIn;

public sealed class SignInTests
{
    private const string Wrong = "not the password";

    [Fact, Trait("Behaviour", "AC-1")]
    public async Task A_wrong_password_is_said_above_the_form_and_the_focus_goes_there()
    {
        var tenant = await PortalNode.TenantAsync();
        var account = await tenant.AddPartnerUserAsync();
        await using var person = await Person.ComeAsync(tenant);

        await person.TryToSignInAsync(account.Email, Wrong);

        await Expect(person.Page.GetByRole(AriaRole.Alert).First).ToBeFocusedAsync();
        await Expect(person.Page.Locator("#Form_Email")).ToHaveValueAsync(account.Email);
        await Expect(person.Page.Locator("#Form_Password")).ToHaveValueAsync("");
    }

    [Fact, Trait("Behaviour", "AC-1")]
    public async Task What_is_missing_is_said_at_its_field_too()
    {
        await using var person = await Person.ComeAsync(await PortalNode.TenantAsync());
        await person.GoAsync("/sign-in");
        await person.SubmitAsync();

        await Expect(person.Page.Locator("main .notice-danger")).ToBeFocusedAsync();
        await Expect(person.Page.Locator("#Form_Email")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(person.Page.Locator("#Form_Email")).ToHaveAccessibleDescriptionAsync("Enter your e-mail address.");
        await person.Page.Locator("main .notice-danger a").Last.ClickAsync();
        await Expect(person.Page.Locator("#Form_Password")).ToBeFocusedAsync();
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task After_five_wrong_passwords_the_page_says_in_German_until_when_and_counts_down()
    {
        var tenant = await PortalNode.TenantAsync();
        var account = await tenant.AddPartnerUserAsync();
        await using var person = await Person.ComeAsync(tenant, new View("de"));
        for (var i = 1; i <= 5; i++) await person.TryToSignInAsync(account.Email, Wrong);

        Assert.Equal("Dieses Konto ist gesperrt", await person.HeadingAsync());
        await Expect(person.Page.Locator("main")).ToContainTextAsync($"10. März {PortalNode.Start.Year}, 10:15 (Europe/Rome)");
        var countdown = person.Page.GetByRole(AriaRole.Timer);
        await Expect(countdown).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^14:5[0-9]$"));
        var before = await countdown.InnerTextAsync();
        await Expect(countdown).Not.ToHaveTextAsync(before);
        Assert.Equal("/reset-password", await person.Page.Locator("main a.button").GetAttributeAsync("href"));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task The_keyboard_alone_signs_in()
    {
        var tenant = await PortalNode.TenantAsync();
        var account = await tenant.AddPartnerUserAsync();
        await using var person = await Person.ComeAsync(tenant);
        await person.GoAsync("/sign-in");

        var keyboard = person.Page.Keyboard;
        await keyboard.PressAsync("Tab");
        Assert.Equal("Form_Email", await person.FocusAsync());
        await keyboard.TypeAsync(account.Email);
        await keyboard.PressAsync("Tab");
        Assert.Equal("Form_Password", await person.FocusAsync());
        await keyboard.TypeAsync(TestTenant.Password);
        await keyboard.PressAsync("Tab");
        await Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "Show password" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Tab");
        await Expect(person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" })).ToBeFocusedAsync();
        await person.ArriveAsync(() => keyboard.PressAsync("Enter"));

        Assert.Equal("/", person.Path);
        await keyboard.PressAsync("Tab");
        await Expect(person.Page.GetByRole(AriaRole.Link, new() { Name = "Skip to content" })).ToBeFocusedAsync();
        await keyboard.PressAsync("Enter");
        Assert.Equal("main", await person.FocusAsync());
    }

    [Fact, Trait("Behaviour", "AC-7")]
    public async Task The_password_can_be_looked_at_while_typing()
    {
        await using var person = await Person.ComeAsync(await PortalNode.TenantAsync());
        await person.GoAsync("/sign-in");
        var password = person.Page.Locator("#Form_Password");

        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Show password" }).ClickAsync();
        await Expect(password).ToHaveAttributeAsync("type", "text");
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Hide password" }).ClickAsync();
        await Expect(password).ToHaveAttributeAsync("type", "password");
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task The_language_can_be_switched_before_signing_in_and_is_kept()
    {
        await using var person = await Person.ComeAsync(await PortalNode.TenantAsync());
        await person.GoAsync("/sign-in");
        await person.ArriveAsync(() => person.Page.GetByRole(AriaRole.Button, new() { Name = "Italiano" }).ClickAsync());

        Assert.Equal("it", await person.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal("Accedi", await person.HeadingAsync());
        await person.GoAsync("/sign-in");
        Assert.Equal("Accedi", await person.HeadingAsync());
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task Signing_out_leads_to_sign_in_and_the_way_back_is_closed()
    {
        var tenant = await PortalNode.TenantAsync();
        await using var person = await Person.ComeAsync(tenant);
        await person.SignInAsync(await tenant.AddPartnerUserAsync());

        await person.Page.Locator(".topbar summary").ClickAsync();
        await person.ArriveAsync(() => person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync());

        Assert.EndsWith("/sign-in", person.Page.Url, StringComparison.Ordinal);
        await person.GoAsync("/");
        Assert.Equal("/sign-in", person.Path);
    }

    [Fact, Trait("Behaviour", "AC-1")]
    public async Task Everything_at_the_door_works_without_scripts()
    {
        var tenant = await PortalNode.TenantAsync();
        var account = await tenant.AddPartnerUserAsync();
        await using var person = await Person.ComeAsync(tenant, new View { Scripts = false });
        await person.TryToSignInAsync(account.Email, Wrong);
        Assert.Equal(1, await person.Page.Locator("main .notice-danger").CountAsync());
        Assert.Equal(0, await person.Page.Locator(".password-toggle:visible").CountAsync());

        await person.SignInAsync(account);
        await person.Page.Locator(".topbar summary").ClickAsync();
        await person.ArriveAsync(() => person.Page.Locator("form[action*=SignOut] button").ClickAsync());
        Assert.Equal("/sign-in", person.Path);
    }

    [Fact, Trait("Behaviour", "AC-4")]
    public async Task A_double_click_on_the_button_sends_the_form_once()
    {
        var tenant = await PortalNode.TenantAsync();
        var account = await tenant.AddPartnerUserAsync();
        await using var person = await Person.ComeAsync(tenant);
        await person.GoAsync("/sign-in");
        await person.Page.FillAsync("#Form_Email", account.Email);
        await person.Page.FillAsync("#Form_Password", Wrong);

        await person.ArriveAsync(() => person.Page.Locator("main form button.button-wide").DblClickAsync());

        Assert.Equal(1, await tenant.SingleAsync<int>("select failures from sign_in_tries where account_id = @Id", new { account.Id }));
    }
}
