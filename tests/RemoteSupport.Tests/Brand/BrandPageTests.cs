using System.Net;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Tenants;

namespace RemoteSupport.Tests.Brand;

/// <summary>The brand's page as plain forms, and what readers see of it elsewhere.</summary>
[Trait("Behaviour", "TN-3")]
public sealed class BrandPageTests
{
    private const string Here = "/settings/brand";
    private const string Form = "#brand";

    [Fact]
    public async Task What_is_saved_is_seen_at_once()
    {
        var (tenant, browser) = await AdminAsync();
        var saved = await browser.SubmitAsync(await browser.GetAsync(Here), Form, ("Form.Name", "Ponteverde"), ("Form.AccentColor", "#1b7f4d"), ("Form.Footers[en]", "Ponteverde Srl\r\nTurin"), ("Form.ImprintUrl", "https://ponteverde.example/note"));

        Assert.Equal((HttpStatusCode.OK, Here), (saved.Status, saved.Path));
        Assert.Contains("The brand is saved.", saved.Text, StringComparison.Ordinal);
        Assert.EndsWith("Ponteverde", saved.Document.Title, StringComparison.Ordinal);
        Assert.Equal("Ponteverde Srl\nTurin", saved.Document.QuerySelector(".legal .lines")!.TextContent);
        Assert.Equal("https://ponteverde.example/note", saved.Document.QuerySelector(".legal a")!.GetAttribute("href"));
        Assert.Contains("--brand-accent: #1b7f4d", await TextAsync(tenant, saved.Document.QuerySelector("link[href^='/brand/'][href$='.css']:not([data-brand-colours])")!.GetAttribute("href")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_footer_is_for_readers_of_its_language_and_for_nobody_else()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.RunAsync(
            """
            update tenant_settings
            set footers = '{"it": "Ponteverde <b>Srl</b>"}', imprint_url = 'https://ponteverde.example/?a=1&b="2"'
            where tenant_id = @Id
            """,
            new { tenant.Id });

        Assert.Equal("Ponteverde <b>Srl</b>", (await tenant.Browse("it").GetAsync("/sign-in")).Document.QuerySelector(".legal .lines")!.TextContent);
        foreach (var language in new[] { "en", "es", "de" })
        {
            var page = await tenant.Browse(language).GetAsync("/sign-in");
            Assert.Null(page.Document.QuerySelector(".legal .lines"));
            Assert.Equal("https://ponteverde.example/?a=1&b=\"2\"", page.Document.QuerySelector(".legal a")!.GetAttribute("href"));
        }

        Assert.Equal("Impressum", (await tenant.Browse("de").GetAsync("/no-such-page")).Document.QuerySelector(".legal a")!.TextContent);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var (_, browser) = await AdminAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(Here), Form, ("Form.Name", ""), ("Form.AccentColor", "red"), ("Form.Footers[it]", new string('x', 501)), ("Form.PrivacyUrl", "example.com"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Enter a name.", page.ErrorAt("Form.Name"));
        Assert.StartsWith("Enter a colour", page.ErrorAt("Form.AccentColor"), StringComparison.Ordinal);
        Assert.Equal("A footer can have 500 characters at most.", page.ErrorAt("Form.Footers[it]"));
        Assert.StartsWith("Enter the whole address", page.ErrorAt("Form.PrivacyUrl"), StringComparison.Ordinal);
        Assert.Equal("example.com", page.Document.QuerySelector("[name='Form.PrivacyUrl']")!.GetAttribute("value"));
        Assert.Equal(501, page.Document.QuerySelector("[name='Form.Footers[it]']")!.TextContent.Trim().Length);
    }

    [Fact]
    public async Task Whoever_saves_second_sees_both_and_can_save_over_it()
    {
        var (tenant, browser) = await AdminAsync();
        var page = await browser.GetAsync(Here);
        await tenant.RunAsync("update tenant_settings set sender_name = 'From elsewhere' where tenant_id = @Id", new { tenant.Id });

        var told = await browser.SubmitAsync(page, Form, ("Form.SenderName", "Mine"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("Stands there now: From elsewhere", told.Text, StringComparison.Ordinal);
        Assert.Equal("Mine", told.Document.QuerySelector("[name='Form.SenderName']")!.GetAttribute("value"));

        await browser.SubmitAsync(told, Form);
        Assert.Equal("Mine", await tenant.SingleAsync<string>("select sender_name from tenant_settings"));
    }

    [Fact]
    public async Task A_colour_that_cannot_be_read_is_told_and_the_nearest_one_taken_by_one_click()
    {
        var (tenant, browser) = await AdminAsync();
        var preview = await browser.SubmitAsync(await browser.GetAsync(Here), "button[data-without-script]", ("Form.AccentColor", "#ffd600"), ("Form.Name", "Typed"));
        Assert.Contains("Hard to read", preview.Document.GetElementById("accent-check")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("accent=%23ffd600", preview.Document.QuerySelector("link[data-brand-colours]")!.GetAttribute("href"), StringComparison.Ordinal);

        var taken = await browser.SubmitAsync(preview, "[name='take']");
        Assert.Equal(preview.Document.QuerySelector("[name='take']")!.GetAttribute("value"), taken.Document.QuerySelector("[name='Form.AccentColor']")!.GetAttribute("value"));
        Assert.Equal("Typed", taken.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.DoesNotContain("Hard to read", taken.Document.GetElementById("accent-check")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual("Typed", await tenant.SingleAsync<string>("select name from tenant_settings"));
    }

    [Fact]
    public async Task A_part_of_the_page_answers_while_a_colour_is_chosen()
    {
        var (tenant, browser) = await AdminAsync();
        var part = await browser.GetAsync(Here + "?handler=Check&accent=%23ffff00");
        Assert.NotNull(part.Document.GetElementById("accent-check"));
        Assert.Null(part.Document.QuerySelector("h1"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Here + "?handler=Check&accent=url(x)")).Status);

        var supporter = tenant.Browse();
        await supporter.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        foreach (var path in new[] { Here, Here + "?handler=Check&accent=%23ffff00" }) Assert.Equal(HttpStatusCode.Forbidden, (await supporter.GetAsync(path)).Status);
    }

    [Fact]
    public async Task A_picture_is_uploaded_shown_and_removed_and_what_is_none_is_refused_at_its_field()
    {
        var (_, browser) = await AdminAsync();
        var page = await UploadAsync(browser, "logo", "logo.png", Pictures.Png(100, 40));
        Assert.NotNull(page.Document.QuerySelector(".brand img[src$='/logo']"));

        var refused = await UploadAsync(browser, "logo", "logo.png", "<svg onload='x()'/>"u8.ToArray());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.StartsWith("An SVG drawing can hold programs", refused.ErrorAt("logo"), StringComparison.Ordinal);
        Assert.StartsWith("The picture has more than 256 KB", (await UploadAsync(browser, "logo", "big.png", new byte[3_000_000])).ErrorAt("logo"), StringComparison.Ordinal);
        Assert.StartsWith("The icon has to be square; this picture has 100 × 40 pixels", (await UploadAsync(browser, "icon", "icon.png", Pictures.Png(100, 40))).ErrorAt("icon"), StringComparison.Ordinal);

        var removed = await browser.SubmitAsync(await browser.GetAsync(Here), "form[action*='Remove'] button");
        Assert.Contains("The picture is removed.", removed.Text, StringComparison.Ordinal);
        Assert.Null(removed.Document.QuerySelector(".brand img"));
    }

    private static async Task<(TestTenant Tenant, Browser Browser)> AdminAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        return (tenant, browser);
    }

    private static async Task<Page> UploadAsync(Browser browser, string kind, string name, byte[] content) =>
        await browser.UploadAsync(await browser.GetAsync(Here), "#" + kind, kind, [(name, content)]);

    private static async Task<string> TextAsync(TestTenant tenant, string path)
    {
        using var answer = await tenant.Browse().SendOnceAsync(HttpMethod.Get, path);
        return await answer.Content.ReadAsStringAsync();
    }
}
