using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Profile;

public sealed class ProfileTests
{
    [Fact, Trait("Behaviour", "AC-12")]
    public async Task A_chosen_language_and_time_zone_show_on_the_very_next_page()
    {
        var tenant = await PortalNode.TenantAsync();
        await using var person = await Person.ComeAsync(tenant);
        await person.SignInAsync(await tenant.AddPartnerUserAsync());
        await person.GoAsync("/profile");

        await person.Page.SelectOptionAsync("#Form_Language", "de");
        await person.Page.SelectOptionAsync("#Form_TimeZone", "Asia/Tokyo");
        await person.SubmitAsync();

        await Expect(person.Page.Locator("#toasts")).ToContainTextAsync("Ihr Profil ist gespeichert.");
        await person.GoAsync("/sessions");
        Assert.Equal("de", await person.Page.Locator("html").GetAttributeAsync("lang"));
        await Expect(person.Page.Locator("main")).ToContainTextAsync("18:00 (Asia/Tokyo)");
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task A_chosen_theme_shows_at_once_and_is_kept()
    {
        var tenant = await PortalNode.TenantAsync();
        await using var person = await Person.ComeAsync(tenant);
        await person.SignInAsync(await tenant.AddPartnerUserAsync());
        await person.GoAsync("/profile");
        var light = await Appearance.Paint.OfPageAsync(person.Page);

        await person.Page.GetByText("Dark", new() { Exact = true }).ClickAsync();
        var dark = await Appearance.Paint.OfPageAsync(person.Page);
        Assert.True(dark.Luminance < light.Luminance);
        await person.GoAsync("/");
        Assert.Equal(dark, await Appearance.Paint.OfPageAsync(person.Page));

        await person.GoAsync("/profile");
        await Expect(person.Page.GetByLabel("Dark")).ToBeCheckedAsync();
        await person.Page.GetByText("Light", new() { Exact = true }).ClickAsync();
        Assert.Equal(light, await Appearance.Paint.OfPageAsync(person.Page));
        Assert.Empty(person.Complaints);
    }
}
