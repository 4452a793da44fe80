using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Appearance;

public sealed class AppearanceTests
{
    [Fact, Trait("Behaviour", "TN-3")]
    public async Task The_pages_are_dark_where_the_system_is()
    {
        var tenant = await PortalNode.TenantAsync();
        await using var person = await Person.ComeAsync(tenant, new View(Theme: ColorScheme.Dark));
        await person.GoAsync("/sign-in");
        var card = person.Page.Locator(".front-main");
        var dark = await Paint.OfAsync(card, "backgroundColor");
        await person.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        Assert.True(dark.Luminance < 0.05);
        Assert.True((await Paint.OfAsync(card, "backgroundColor")).Luminance > 0.8);
    }

    [Theory, Trait("Behaviour", "TN-3")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_moves_where_somebody_asked_for_less_motion(bool lessMotion)
    {
        var tenant = await PortalNode.TenantAsync();
        await using var person = await Person.ComeAsync(tenant, new View { LessMotion = lessMotion });
        await person.SignInAsync(await tenant.AddPartnerUserAsync());

        var moving = await person.Page.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('*')].filter(element => {
              const style = getComputedStyle(element);
              return [style.animationDuration, style.transitionDuration].some(list => list.split(',').some(duration => parseFloat(duration) > 0.05));
            }).length
            """);

        Assert.Equal(lessMotion, moving == 0);
    }

    [Fact, Trait("Behaviour", "TN-3")]
    public async Task Paper_gets_the_page_without_its_navigation_and_buttons()
    {
        var tenant = await PortalNode.TenantAsync();
        await using var person = await Person.ComeAsync(tenant, new View(Theme: ColorScheme.Dark));
        await person.SignInAsync(await tenant.AddPartnerUserAsync());
        await person.GoAsync("/sessions");
        await person.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var gone in new[] { ".topbar", ".navigation", ".skip-link", "main button" })
            await Expect(person.Page.Locator(gone).First).ToBeHiddenAsync();
        await Expect(person.Page.Locator("h1")).ToBeVisibleAsync();
        Assert.True((await Paint.OfAsync(person.Page.Locator("h1"), "color")).Luminance < 0.05);
        Assert.True((await Paint.OfAsync(person.Page.Locator(".card"), "backgroundColor")).Luminance > 0.95);
    }
}
