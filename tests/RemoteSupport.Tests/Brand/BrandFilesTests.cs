using RemoteSupport.Features.Brand;
using RemoteSupport.Features.Tenants;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Tenants;

namespace RemoteSupport.Tests.Brand;

[Trait("Behaviour", "TN-3")]
public sealed class BrandFilesTests
{
    [Fact, Trait("Behaviour", "TN-3")]
    public async Task Only_the_current_version_is_for_browsers_to_keep()
    {
        var tenant = await TestTenant.CreateAsync();
        using var current = await tenant.Browse().SendOnceAsync(HttpMethod.Get, "/brand/1.css");
        using var coming = await tenant.Browse().SendOnceAsync(HttpMethod.Get, "/brand/2.css");
        Assert.True(current.Headers.CacheControl?.Extensions.Any(extension => extension.Name == "immutable"));
        Assert.True(coming.Headers.CacheControl?.NoCache);
    }

    [Fact]
    public async Task Each_tenant_has_its_own_colours_and_pictures()
    {
        var (green, red) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        await Operator.SendAsync(new CreateTenant(green.Slug) { AccentColor = "#1b7f4d", Logo = Pictures.Png(100, 40, rest: 1), Icon = Pictures.Png(64, 64, rest: 2) });
        await Operator.SendAsync(new CreateTenant(red.Slug) { AccentColor = "#b3261e", Logo = Pictures.Jpeg(100, 40) });

        Assert.Contains("--brand-accent: #1b7f4d", await TextAsync(green, "/brand/2.css"), StringComparison.Ordinal);
        Assert.Contains("--brand-accent: #b3261e", await TextAsync(red, "/brand/2.css"), StringComparison.Ordinal);
        Assert.Equal(WrittenAnew(Pictures.Png(100, 40, rest: 1)), await FileAsync(green, "/brand/2/logo"));
        Assert.Equal(WrittenAnew(Pictures.Jpeg(100, 40)), await FileAsync(red, "/brand/2/logo"));
        Assert.Equal(WrittenAnew(Pictures.Png(64, 64, rest: 2)), await FileAsync(green, "/brand/2/icon"));
        // Without an icon of its own a tenant has its initial on its colour.
        Assert.Contains("#b3261e", await TextAsync(red, "/brand/2/icon"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_picture_gets_a_new_address()
    {
        var tenant = await TestTenant.CreateAsync();
        await Operator.SendAsync(new CreateTenant(tenant.Slug) { Logo = Pictures.Png(100, 40) });
        var first = (await tenant.Browse().GetAsync("/sign-in")).Document.QuerySelector("img[src^='/brand/']")!.GetAttribute("src");

        await Operator.SendAsync(new CreateTenant(tenant.Slug) { Logo = Pictures.Png(120, 40) });
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while ((await tenant.Browse().GetAsync("/sign-in")).Document.QuerySelector("img[src^='/brand/']")!.GetAttribute("src") == first) await Task.Delay(20, patience.Token);
    }

    [Fact]
    public async Task The_manifest_is_the_tenants()
    {
        var tenant = await TestTenant.CreateAsync();
        await Operator.SendAsync(new CreateTenant(tenant.Slug) { Icon = Pictures.Png(192, 192) });
        using var answer = await tenant.Browse().SendOnceAsync(HttpMethod.Get, "/brand/2.webmanifest");
        var manifest = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;

        Assert.Equal("application/manifest+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("Brand " + tenant.Slug, "#2457b8"), (manifest["name"]!.GetValue<string>(), manifest["theme_color"]!.GetValue<string>()));
        Assert.Equal("/brand/2/icon", manifest["icons"]![0]!["src"]!.GetValue<string>());
        Assert.Equal("/brand/1.webmanifest", (await (await TestTenant.CreateAsync()).Browse().GetAsync("/sign-in")).Document.QuerySelector("link[rel='manifest']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("%232e7d32", System.Net.HttpStatusCode.OK)]
    [InlineData("red", System.Net.HttpStatusCode.NotFound)]
    [InlineData("%232e7d32%7D*%7Bcolor:red", System.Net.HttpStatusCode.NotFound)]
    public async Task Colours_of_previews_are_colours(string accent, System.Net.HttpStatusCode expected)
    {
        using var answer = await (await TestTenant.CreateAsync()).Browse().SendOnceAsync(HttpMethod.Get, "/brand/preview.css?accent=" + accent);
        Assert.Equal(expected, answer.StatusCode);
    }

    /// <summary>As it is kept: type and bytes.</summary>
    private static string[] WrittenAnew(byte[] upload)
    {
        var picture = BrandPicture.Read(BrandPicture.Logo, upload).Value!.Content;
        return [picture.MediaType, Convert.ToHexString(picture.Content)];
    }

    private static async Task<string> TextAsync(TestTenant tenant, string path)
    {
        using var response = await tenant.Browse().SendOnceAsync(HttpMethod.Get, path);
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string[]> FileAsync(TestTenant tenant, string path)
    {
        using var response = await tenant.Browse().SendOnceAsync(HttpMethod.Get, path);
        return [$"{response.Content.Headers.ContentType?.MediaType}", Convert.ToHexString(await response.Content.ReadAsByteArrayAsync())];
    }
}
