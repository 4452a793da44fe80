using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using RemoteSupport.Demo;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Demo;

/// <summary>The demo is the same every time, fills only an empty database, and its start page shows what is in it.</summary>
[Trait("Behaviour", "TN-4")]
public sealed class DemoTests
{
    private static readonly string[] Sentences =
    [
        "select coalesce(string_agg(concat_ws('|', id, slug, status), ',' order by id), '') from tenants",
        "select string_agg(concat_ws('|', id, name, customer_reference, country, language, time_zone, managed_by, status, created_by), ',' order by id) from organizations",
        "select string_agg(concat_ws('|', organization_id, number), ',' order by organization_id, number) from organization_numbers",
        "select string_agg(concat_ws('|', id, number, organization_id, reporter_id, application, summary, state), ',' order by number) from problem_reports",
        "select string_agg(concat_ws('|', inviter_id, customer_id, invitee, channel, address), ',' order by tenant_id, invitee) from support_invitations",
        "select string_agg(concat_ws('|', inviter_id, state, end_reason, nps_score), ',' order by tenant_id, rang_at) from calls",
        "select string_agg(concat_ws('|', kind, text), ',' order by tenant_id, call_id, number) from call_entries",
        "select string_agg(concat_ws('|', id, email, name, kind, role, organization_id, status), ',' order by id) from accounts",
    ];

    [Fact]
    public async Task Two_databases_get_the_same_demo_and_a_second_seeding_changes_nothing()
    {
        var (one, other) = (await TestDatabase.CreateAsync("demo"), await TestDatabase.CreateAsync("demo"));
        Assert.Equal(Seeded.Now, await SeedAsync(one));
        Assert.Equal(Seeded.Now, await SeedAsync(other));
        var first = await ContentsAsync(one);
        Assert.Equal(first, await ContentsAsync(other));

        Assert.Equal(Seeded.Before, await SeedAsync(one));
        Assert.Equal(first, await ContentsAsync(one));
    }

    [Fact]
    public async Task A_database_with_tenants_of_its_own_is_left_alone_until_it_is_reset()
    {
        var node = await TestNode.StartAsync(await TestDatabase.CreateAsync("demo"));
        await using var _ = node;
        var tenant = await TestTenant.CreateAsync(node);
        await tenant.AddPartnerUserAsync("admin");
        Assert.Equal(Seeded.NotAtAll, await SeedAsync(node.Database));
        Assert.Equal(1, await tenant.SingleAsync<long>("select count(*) from accounts"));

        Assert.Equal(Seeded.Now, await SeedingOn(node.Database).ResetAsync());
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from accounts"));
    }

    [Fact]
    public void Everybody_named_has_a_password_that_they_could_have_chosen()
    {
        foreach (var account in DemoTenants.All.SelectMany(tenant => new Population(tenant).Named))
        {
            Assert.True(EmailAddress.TryParse(account.Email, out var address));
            Assert.EndsWith(".example", account.Email, StringComparison.Ordinal);
            Assert.Null(PasswordRules.FlawOf(DemoTenants.Password, address, account.Name));
        }
    }

    [Fact]
    public void Each_tenant_has_people_and_customers_of_every_kind()
    {
        foreach (var population in DemoTenants.All.Select(tenant => new Population(tenant)))
        {
            var organizations = population.Organizations;
            Assert.Equal(204, organizations.Count);
            Assert.Equal(2, organizations.Select(organization => organization.ManagedBy).Distinct().Count());
            Assert.Equal(2, organizations.Select(organization => organization.CreatedBy).Distinct().Count());
            Assert.Equal(4, organizations.Select(organization => organization.Language).Distinct().Count());
            var owned = population.Accounts.Where(account => account.Role == "owner").Select(account => account.OrganizationId).ToHashSet();
            Assert.All(organizations.Where(organization => organization.ManagedBy == "customer"), organization => Assert.Contains(organization.Id, owned));
            Assert.Contains(organizations, organization => !owned.Contains(organization.Id));
            Assert.Equal(2, population.Accounts.Count(account => account is { Kind: "partner", Role: "admin" }));
            Assert.Equal(6, population.Accounts.Count(account => account.Role == "supporter"));
            Assert.All(population.Accounts, account => Assert.Equal(7, account.Id.Version));
        }
    }

    [Theory, Trait("Behaviour", "RA-1")]
    [InlineData("ponteverde", "Rossi")]
    [InlineData("nordlicht", "Müller")]
    public void A_search_for_a_common_name_has_several_customers_to_choose_from_each_with_an_active_owner(string slug, string name)
    {
        var population = new Population(DemoTenants.All.Single(tenant => tenant.Slug == slug));
        var found = population.Organizations.Where(organization => organization is { ManagedBy: "customer", Status: "active" } && organization.Name.Contains(name, StringComparison.Ordinal)).ToList();
        Assert.InRange(found.Count, 3, 8);
        Assert.All(found, organization => Assert.Contains(population.Accounts, account => account is { Role: "owner", Status: "active" } && account.OrganizationId == organization.Id));
    }

    [Fact]
    public void Customers_added_last_leave_all_before_as_they_were()
    {
        foreach (var tenant in DemoTenants.All)
        {
            var (without, with) = (new Population(tenant with { Namesakes = [] }), new Population(tenant));
            Assert.Equal(without.Organizations, with.Organizations[..^tenant.Namesakes.Count]);
            Assert.Equal(without.Named, with.Named);
        }
    }

    [Theory]
    [InlineData("en", "Partners to try things with", "Owner of Ponte Tech SpA")]
    [InlineData("de", "Partner zum Ausprobieren", "Inhaber von Ponte Tech SpA")]
    public async Task The_start_page_stands_on_the_base_domain_and_leads_to_every_account(string language, string heading, string role)
    {
        await using var demo = await DemoNodeAsync("Development");
        var page = await demo.Tenant.Browse(language).GetAsync("/", TestNode.BaseDomain);

        Assert.Equal((HttpStatusCode.OK, heading), (page.Status, page.Heading));
        Assert.Contains(role, page.Text, StringComparison.Ordinal);
        Assert.Equal(18, page.Document.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(2, page.Document.QuerySelectorAll("h2 img[src^='data:image/png;base64,']").Length);
        Assert.NotNull(page.Document.QuerySelector($"a[href='http://ponteverde.{TestNode.BaseDomain}/sign-in']"));
        Assert.Equal("/sign-in", (await demo.Tenant.Browse(language).GetAsync("/", $"nordlicht.{TestNode.BaseDomain}")).Path);
    }

    [Fact]
    public async Task Outside_development_the_base_domain_is_an_unknown_host()
    {
        await using var demo = await DemoNodeAsync("Production");
        Assert.Equal(HttpStatusCode.NotFound, (await demo.Tenant.Browse().GetAsync("/", TestNode.BaseDomain)).Status);
    }

    [Fact]
    public async Task The_accounts_of_the_file_can_sign_in()
    {
        await using var demo = await DemoNodeAsync("Development");
        var accounts = JsonSerializer.Deserialize<JsonElement[]>(await File.ReadAllTextAsync(demo.File))!;
        var owner = accounts.First(account => account.GetProperty("role").GetString() == "owner");
        var answer = await demo.Tenant.Call().PostAsync(
            "/sign-in", new { email = owner.GetProperty("email").GetString(), password = owner.GetProperty("password").GetString() }, owner.GetProperty("host").GetString());

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(owner.GetProperty("organizationId").GetString(), answer.Body["user"]!["organizationId"]!.GetValue<string>());
    }

    private static Task<Seeded> SeedAsync(TestDatabase database) => SeedingOn(database).SeedAsync();

    private static Seeding SeedingOn(TestDatabase database) =>
        new(database.Owner, new PasswordHashing(Options.Create(new PasswordHashingOptions { Iterations = 1000 })), new TestClock());

    private static async Task<string[]> ContentsAsync(TestDatabase database)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var contents = new List<string>();
        foreach (var sentence in Sentences) contents.Add(await connection.QuerySingleAsync<string>(sentence));
        return [.. contents];
    }

    private static async Task<DemoNode> DemoNodeAsync(string environment)
    {
        var database = await TestDatabase.CreateAsync("demo");
        await SeedAsync(database);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName(), "demo.json");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Demo:Accounts", file)]).Build();
        await new AccountsFile(configuration, Options.Create(new TenancyOptions { BaseDomain = TestNode.BaseDomain })).WriteAsync();
        var node = await TestNode.StartAsync(database, new() { ["Demo:Accounts"] = file }, builder =>
        {
            builder.Environment.EnvironmentName = environment;
            // The host's own environment is another object, which keeps its name.
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
        });
        return new DemoNode(node, await TestTenant.CreateAsync(node), file);
    }

    private sealed record DemoNode(TestNode Node, TestTenant Tenant, string File) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Node.DisposeAsync();
            Directory.Delete(Path.GetDirectoryName(File)!, recursive: true);
        }
    }
}
