using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Walk;

/// <summary>What stands ready for a walk through all pages: a brand, an administrator on several devices, somebody locked out, somebody invited.</summary>
internal sealed class Stage
{
    private const string BrandName = "Nordlicht Systems";

    private static readonly string[] Devices =
    [
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
    ];

    private Stage(TestTenant tenant) => Tenant = tenant;

    public TestTenant Tenant { get; }

    public required TestAccount Admin { get; init; }

    public required TestAccount Locked { get; init; }

    public required TestAccount Invited { get; init; }

    /// <summary>Where the mails' links lead, without the host.</summary>
    public required string ActivationPath { get; init; }

    /// <summary>An older link, which the newer one replaced.</summary>
    public required string ReplacedActivationPath { get; init; }

    /// <summary>Words that are data, not the product's, longest first.</summary>
    public IReadOnlyList<string> Data =>
    [
        .. new[] { BrandName, Admin.Name, Admin.Email, Locked.Name, Locked.Email, Invited.Name, Invited.Email, Initials(Admin.Name), "nobody@example.com" }.OrderByDescending(word => word.Length),
    ];

    /// <summary>The path of the link that somebody has been sent.</summary>
    public async Task<string> LinkToAsync(TestAccount account) => (await Tenant.MessagesToAsync(account.Email)).SelectMany(message => message.Paths).Single();

    public static async Task<Stage> SetAsync(TestTenant tenant, string? language)
    {
        await DressAsync(tenant);
        var invited = await NameAsync(tenant, await tenant.AddPartnerUserAsync(status: "invited", language: language), "Lucía Fernández");
        var stage = new Stage(tenant)
        {
            Invited = invited,
            ReplacedActivationPath = await Invitation.SendAsync(tenant, invited),
            ActivationPath = await Invitation.SendAsync(tenant, invited),
            Admin = await NameAsync(tenant, await tenant.AddPartnerUserAsync("admin", language: language), "Mara Rinaldi"),
            Locked = await NameAsync(tenant, await tenant.AddPartnerUserAsync(language: language), "Jonas Weber"),
        };
        foreach (var device in Devices) await new Browser(tenant, "en") { UserAgent = device }.SignInAsync(stage.Admin.Email);
        await stage.LockAsync();
        return stage;
    }

    public async Task LockAsync()
    {
        for (var i = 1; i <= 5; i++) await Tenant.Call().TrySignInAsync(Locked.Email, "not the password");
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
