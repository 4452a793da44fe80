using Dapper;
using RemoteSupport.Features.Brand;
using RemoteSupport.Features.Operations;
using RemoteSupport.Features.Tenants;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenants;

[Trait("Behaviour", "TN-4")]
public sealed class CreateTenantTests
{
    [Fact]
    public async Task A_new_tenant_has_its_settings_and_one_invited_admin()
    {
        var slug = Operator.NewSlug();
        var made = (await Operator.SendAsync(Operator.Making(slug) with { AccentColor = "#AA0011", Language = "it", TimeZone = "Europe/Berlin" })).Value!;

        Assert.True(made.IsNew);
        Assert.Equal([("admin", "invited", $"ada@{slug}.example")], await AccountsAsync(made.Id));
        Assert.Equal(("#aa0011", "it", "Europe/Berlin", $"ada@{slug}.example"), await SettingsAsync(made.Id));
        Assert.Equal(["CreateTenant"], await AuditAsync(made.Id));
    }

    [Fact]
    public async Task Again_makes_no_second_admin_and_changes_only_what_is_given_and_differs()
    {
        var asked = Operator.Making(Operator.NewSlug());
        var made = (await Operator.SendAsync(asked)).Value!;
        var messages = await CountAsync(made.Id, "messages");

        var again = (await Operator.SendAsync(asked with { AdminEmail = "another@else.example" })).Value!;
        Assert.Equal((made.Id, false), (again.Id, again.IsNew));
        Assert.Empty(again.Changed);

        var changed = (await Operator.SendAsync(new CreateTenant(asked.Slug) { TimeZone = "Europe/Madrid", Logo = Pictures.Png(100, 40) })).Value!;
        Assert.Equal(["timeZone", "logo"], changed.Changed);
        Assert.Equal((BrandSettings.DefaultAccent, "en", "Europe/Madrid", asked.AdminEmail!), await SettingsAsync(made.Id));
        Assert.Single(await AccountsAsync(made.Id));
        Assert.Equal(messages, await CountAsync(made.Id, "messages"));
    }

    [Fact]
    public async Task Two_at_once_make_one_tenant()
    {
        var asked = Operator.Making(Operator.NewSlug());
        var both = await Task.WhenAll(Operator.SendAsync(asked), Operator.SendAsync(asked));

        Assert.Single(both, made => made.Value!.IsNew);
        Assert.Single(both.Select(made => made.Value!.Id).Distinct());
        Assert.Single(await AccountsAsync(both[0].Value!.Id));
    }

    [Theory]
    [InlineData("www", "reserved")]
    [InlineData("Acme", "slug")]
    [InlineData("-acme", "slug")]
    [InlineData("a.b", "slug")]
    [InlineData("acme\n", "slug")]
    [InlineData("xn--acme", "internationalized")]
    public async Task A_slug_that_could_mislead_is_refused(string slug, string why) =>
        Assert.Contains(why, (await Operator.SendAsync(Operator.Making(slug))).Refusal!.Sentence, StringComparison.Ordinal);

    [Fact]
    public async Task Settings_that_cannot_be_are_refused_and_nothing_is_made()
    {
        var slug = Operator.NewSlug();
        CreateTenant asked = Operator.Making(slug);
        CreateTenant[] wrong =
        [
            asked with { AccentColor = "red" }, asked with { AccentColor = "#12345" }, asked with { Language = "fr" }, asked with { Languages = ["en", "xx"] },
            asked with { Languages = ["it"], Language = "de" }, asked with { TimeZone = "Europe/Atlantis" }, asked with { TimeZone = "../etc/passwd" },
            asked with { Country = "Italy" }, asked with { SupportEmail = "nobody" }, asked with { AdminEmail = "nobody" }, asked with { AdminEmail = null },
            asked with { Name = " " }, asked with { Logo = "<svg/>"u8.ToArray() }, asked with { Icon = Pictures.Png(64, 32) },
            asked with { Logo = [.. Pictures.Png(100, 40), .. new byte[BrandPicture.MostBytes]] }, asked with { Logo = Pictures.Png(5000, 40) },
        ];

        foreach (var one in wrong) Assert.Equal(422, (await Operator.SendAsync(one)).Refusal?.Status);
        Assert.DoesNotContain((await Operator.SendAsync(new ListTenants())).Value!, tenant => tenant.Slug == slug);
    }

    [Theory]
    [InlineData("tenants", "creat")]
    [InlineData("tenants", "suspend")]
    [InlineData("tenants", "domain", "add", "acme")]
    public async Task What_cannot_be_understood_ends_with_2(params string[] arguments) =>
        Assert.Equal(2, await CommandLine.RunAsync(CommandLine.Find(arguments)!));

    [Fact]
    public async Task Nobody_but_the_operator_may()
    {
        var tenant = await TestTenant.CreateAsync();
        await tenant.InScopeAsync(async services =>
        {
            ((Platform.Identity.Caller)services.GetService(typeof(Platform.Identity.Caller))!).IsOperator = false;
            var outcome = await ((MediatR.IMediator)services.GetService(typeof(MediatR.IMediator))!).Send(new ListTenants());
            Assert.IsType<Forbidden>(outcome.Refusal);
        });
    }

    private static Task<List<(string Role, string Status, string Email)>> AccountsAsync(Guid tenant) =>
        ListAsync<(string, string, string)>("select role, status, email from accounts where tenant_id = @tenant", tenant);

    private static async Task<(string Accent, string Language, string TimeZone, string SupportEmail)> SettingsAsync(Guid tenant) =>
        (await ListAsync<(string, string, string, string)>("select accent_color, default_language, time_zone, support_email from tenant_settings where tenant_id = @tenant", tenant)).Single();

    private static Task<List<string>> AuditAsync(Guid tenant) => ListAsync<string>("select action from audit_events where tenant_id = @tenant", tenant);

    private static async Task<long> CountAsync(Guid tenant, string table) => (await ListAsync<long>($"select count(*) from {table} where tenant_id = @tenant", tenant)).Single();

    private static async Task<List<T>> ListAsync<T>(string sql, Guid tenant)
    {
        await using var connection = await (await TestDatabase.CommonAsync()).Owner.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql, new { tenant })).AsList();
    }
}
