using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Appearance;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Brand;

public sealed class BrandTests
{
    private const string Button = "main button.button-wide";

    [Fact, Trait("Behaviour", "TN-3")]
    public async Task Two_partners_show_their_own_colours_names_and_logos()
    {
        var (purple, green) = (await LookAsync("#5b5bd6", "nordlicht.png"), await LookAsync("#0b7a4b", "ponteverde.png"));

        Assert.NotEqual(purple.Accent, green.Accent);
        Assert.NotEqual(purple.Logo, green.Logo);
        Assert.NotEqual(purple.Title, green.Title);
    }

    [Theory, Trait("Behaviour", "TN-3")]
    [InlineData("#ffff00")]
    [InlineData("#00ffff")]
    [InlineData("#000000")]
    [InlineData("#ffffff")]
    [InlineData("#777777")]
    [InlineData("#e30613")]
    public async Task Whatever_the_accent_its_button_stands_out_and_can_be_read(string accent)
    {
        var tenant = await PortalNode.TenantAsync();
        await PaintAsync(tenant, accent);
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await using var person = await Person.ComeAsync(tenant, new View(Theme: theme));
            await person.GoAsync("/sign-in");
            var button = person.Page.Locator(Button);
            var (fill, words) = (await Paint.OfAsync(button, "backgroundColor"), await Paint.OfAsync(button, "color"));
            var card = await Paint.OfAsync(person.Page.Locator(".front-main"), "backgroundColor");
            var link = await Paint.OfAsync(person.Page.Locator("main a").First, "color");

            Assert.True(fill.Contrast(words) >= 4.5, $"{theme}: words on the button {fill.Contrast(words):0.00}");
            Assert.True(fill.Contrast(card) >= 3, $"{theme}: button on the card {fill.Contrast(card):0.00}");
            Assert.True(link.Contrast(card) >= 4.5, $"{theme}: link on the card {link.Contrast(card):0.00}");
        }
    }

    private static async Task<Look> LookAsync(string accent, string logo)
    {
        var tenant = await PortalNode.TenantAsync();
        await PaintAsync(tenant, accent);
        var content = await File.ReadAllBytesAsync(Repository.PathOf("src/RemoteSupport.Demo/Brand/" + logo));
        await tenant.RunAsync("insert into brand_images (kind, media_type, content) values ('logo', 'image/png', @content)", new { content });
        await using var person = await Person.ComeAsync(tenant);
        await person.GoAsync("/sign-in");
        var image = await person.Page.EvaluateAsync<string>("async () => (await (await fetch(document.querySelector('header img').src)).arrayBuffer()).byteLength + ' bytes'");
        return new Look(await Paint.OfAsync(person.Page.Locator(Button), "backgroundColor"), image, await person.Page.TitleAsync());
    }

    private static Task<int> PaintAsync(TestTenant tenant, string accent) =>
        tenant.RunAsync("update tenant_settings set accent_color = @accent where tenant_id = @Id", new { accent, tenant.Id });

    private sealed record Look(Paint Accent, string Logo, string Title);
}
