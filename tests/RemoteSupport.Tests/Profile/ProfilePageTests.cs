using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Profile;

public sealed class ProfilePageTests
{
    private const string Save = "form[data-guard]";

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task The_very_next_page_is_in_the_language_just_chosen_with_the_new_name()
    {
        var (browser, _) = await SignedInAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync("/profile"), Save, ("Form.Language", "de"), ("Form.Name", "Annegret Oberschäffler"));

        Assert.Equal(("/profile", "Profil", "de"), (page.Path, page.Heading, page.Document.DocumentElement.GetAttribute("lang")));
        Assert.Contains("Ihr Profil ist gespeichert.", page.Text, StringComparison.Ordinal);
        Assert.Equal("Annegret Oberschäffler", page.Document.QuerySelector(".person-name")?.TextContent);
        Assert.Equal("de", page.Document.QuerySelector("select[name='Form.Language'] option[selected]")?.GetAttribute("value"));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task Until_a_time_zone_is_chosen_the_browsers_is_proposed_and_the_tenants_counts()
    {
        var (browser, _) = await SignedInAsync();

        var before = await browser.GetAsync("/profile");
        var zone = before.Document.QuerySelector("select[name='Form.TimeZone'][data-fill='time-zone']")!;
        Assert.Equal("Not chosen: Europe/Rome", zone.QuerySelector("option[value='']")!.TextContent);
        Assert.NotNull(zone.QuerySelector("option[value='America/Mexico_City']"));
        Assert.Contains("(Europe/Rome)", (await browser.GetAsync("/sessions")).Text, StringComparison.Ordinal);

        var after = await browser.SubmitAsync(before, Save, ("Form.TimeZone", "America/Mexico_City"));
        Assert.Contains("(America/Mexico_City)", (await browser.GetAsync("/sessions")).Text, StringComparison.Ordinal);
        Assert.Null(after.Document.QuerySelector("option[value='']"));
        Assert.Equal("America/Mexico_City", after.Document.QuerySelector("select[name='Form.TimeZone'] option[selected]")?.GetAttribute("value"));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task A_form_saved_without_a_choice_of_time_zone_leaves_the_tenants()
    {
        var (browser, tenant) = await SignedInAsync();
        await browser.SubmitAsync(await browser.GetAsync("/profile"), Save, ("Form.Name", "Someone Else"));
        Assert.Null(await tenant.SingleAsync<string?>("select time_zone from accounts"));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task A_missing_name_is_said_once_at_its_field_and_what_was_typed_stays()
    {
        var (browser, _) = await SignedInAsync();

        var page = await browser.SubmitAsync(await browser.GetAsync("/profile"), Save, ("Form.Name", ""), ("Form.Language", "it"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Enter your name.", page.ErrorAt("Form.Name"));
        Assert.Equal("it", page.Document.QuerySelector("select[name='Form.Language'] option[selected]")?.GetAttribute("value"));
        Assert.Null(page.ErrorAt("Password.CurrentPassword"));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task Whoever_is_not_signed_in_signs_in_first_and_comes_back()
    {
        var tenant = await TestTenant.CreateAsync();
        var page = await tenant.Browse().GetAsync("/profile");
        Assert.Equal("/sign-in?returnUrl=%2Fprofile", page.Path);
    }

    private static async Task<(Browser Browser, TestTenant Tenant)> SignedInAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        return (browser, tenant);
    }
}
