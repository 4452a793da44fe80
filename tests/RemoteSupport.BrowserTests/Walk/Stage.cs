using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Walk;

/// <summary>What stands ready for a walk through all pages: a brand, an administrator, a member, somebody who is locked out.</summary>
internal sealed class Stage
{
    private const string BrandName = "Nordlicht Systems";

    private Stage(TestTenant tenant) => Tenant = tenant;

    public TestTenant Tenant { get; }

    public required TestAccount Admin { get; init; }

    public required TestAccount Locked { get; init; }

    /// <summary>Words that are data, not the product's, longest first.</summary>
    public IReadOnlyList<string> Data =>
    [
        .. new[] { BrandName, Admin.Name, Admin.Email, Locked.Name, Locked.Email, Initials(Admin.Name), "nobody@example.com" }.OrderByDescending(word => word.Length),
    ];

    public static async Task<Stage> SetAsync(TestTenant tenant, string? language)
    {
        await DressAsync(tenant);
        var stage = new Stage(tenant)
        {
            Admin = await NameAsync(tenant, await tenant.AddPartnerUserAsync("admin", language: language), "Mara Rinaldi"),
            Locked = await NameAsync(tenant, await tenant.AddPartnerUserAsync(language: language), "Jonas Weber"),
        };
        for (var i = 1; i <= 5; i++) await tenant.Call().TrySignInAsync(stage.Locked.Email, "not the password");
        return stage;
    }

    private static async Task DressAsync(TestTenant tenant)
    {
        await tenant.RunAsync("update tenant_settings set name = @BrandName, accent_color = '#5b5bd6' where tenant_id = @Id", new { BrandName, tenant.Id });
        foreach (var (kind, file) in new[] { ("logo", "nordlicht.png"), ("icon", "nordlicht-icon.png") })
        {
            var content = await File.ReadAllBytesAsync(Repository.PathOf("src/RemoteSupport.Demo/Brand/" + file));
            await tenant.RunAsync("insert into brand_images (kind, media_type, content) values (@kind, 'image/png', @content)", new { kind, content });
        }
    }

    private static async Task<TestAccount> NameAsync(TestTenant tenant, TestAccount account, string name)
    {
        await tenant.RunAsync("update accounts set name = @name where id = @Id", new { name, account.Id });
        return account with { Name = name };
    }

    private static string Initials(string name) => string.Concat(name.Split(' ').Take(2).Select(part => part[..1]));
}
