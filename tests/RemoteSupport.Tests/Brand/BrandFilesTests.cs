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
        Assert.Equal(["image/png", Convert.ToHexString(Pictures.Png(100, 40, rest: 1))], await FileAsync(green, "/brand/2/logo"));
        Assert.Equal(["image/jpeg", Convert.ToHexString(Pictures.Jpeg(100, 40))], await FileAsync(red, "/brand/2/logo"));
        Assert.Equal(["image/png", Convert.ToHexString(Pictures.Png(64, 64, rest: 2))], await FileAsync(green, "/brand/2/icon"));
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
