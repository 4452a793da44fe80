using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RemoteLogin;

/// <summary>The organization's portal as a supporter sees it: its own path, its own cookie, the banner, the notice at the end.</summary>
public sealed class RemoteViewTests
{
    [Fact, Trait("Behaviour", "RA-12")]
    public async Task Every_page_stands_under_the_banner_with_organization_role_person_and_time()
    {
        var (tenant, browser, login, supporter) = await InsideAsync();
        var home = await browser.GetAsync($"/support/{login}/");
        Assert.Equal(HttpStatusCode.OK, home.Status);
        var banner = home.Document.QuerySelector(".banner")!.TextContent;
        Assert.Contains(await tenant.SingleAsync<string>("select name from organizations"), banner, StringComparison.Ordinal);
        Assert.Contains("Super admin", banner, StringComparison.Ordinal);
        Assert.Contains(supporter.Name, banner, StringComparison.Ordinal);
        Assert.Equal("14400", home.Document.QuerySelector(".banner time")!.GetAttribute("data-seconds-left"));
        Assert.All(
            home.Document.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href")!), href => Assert.StartsWith($"/support/{login}/", href + "/", StringComparison.Ordinal));
    }

    [Fact, Trait("Behaviour", "RA-12")]
    public async Task The_portals_cookie_opens_no_remote_view_and_the_other_way_round()
    {
        var (_, browser, login, _) = await InsideAsync();
        var (portal, remote) = (browser.Cookies["__Host-session"], browser.Cookies[$"__Host-support-{login:N}"]);
        browser.Cookies["__Host-session"] = remote;
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/")).Path, StringComparison.Ordinal);
        browser.Cookies[$"__Host-support-{login:N}"] = portal;
        Assert.Equal($"/support/{login}/ended", (await browser.GetAsync($"/support/{login}/")).Path);
        browser.Cookies[$"__Host-support-{Guid.Empty:N}"] = remote;
        Assert.Equal($"/support/{Guid.Empty}/ended", (await browser.GetAsync($"/support/{Guid.Empty}/")).Path);
    }

    [Theory, Trait("Behaviour", "RA-11")]
    [InlineData("/profile")]
    [InlineData("/sessions")]
    [InlineData("/sign-in")]
    [InlineData("/reset-password")]
    [InlineData("/manage/presence")]
    [InlineData("/api/v1/me")]
    public async Task What_is_not_the_organizations_portal_is_not_in_the_view(string path)
    {
        var (_, browser, login, _) = await InsideAsync();
        Assert.Contains((await browser.GetAsync($"/support/{login}{path}")).Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.Forbidden });
    }

    [Fact, Trait("Behaviour", "RA-12")]
    public async Task Several_stand_side_by_side_and_leaving_one_returns_to_the_search()
    {
        var (tenant, browser, first, supporter) = await InsideAsync();
        var second = await EnterAsync(tenant, browser, supporter, await tenant.AddOrganizationAsync("service_provider"));
        var page = await browser.GetAsync($"/support/{first}/");
        var left = await browser.SubmitAsync(page, ".banner form button");
        Assert.Equal("/support-hub", left.Path);
        Assert.Equal($"/support/{first}/ended", (await browser.GetAsync($"/support/{first}/")).Path);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/support/{second}/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/")).Status);
    }

    [Theory, Trait("Behaviour", "RA-8")]
    [InlineData("en", "The time is over.")]
    [InlineData("it", "Il tempo è scaduto.")]
    [InlineData("es", "El tiempo terminó.")]
    [InlineData("de", "Die Zeit ist abgelaufen.")]
    public async Task When_it_is_over_a_whole_page_says_why_and_what_to_do(string language, string sentence)
    {
        var (tenant, browser, login, _) = await InsideAsync(language, TimeSpan.FromMinutes(20));
        tenant.Now += TimeSpan.FromMinutes(20);
        var page = await browser.GetAsync($"/support/{login}/");
        Assert.Equal((HttpStatusCode.Unauthorized, $"/support/{login}/ended"), (page.Status, page.Path));
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
        Assert.Contains(await tenant.SingleAsync<string>("select name from organizations"), page.Text, StringComparison.Ordinal);
        Assert.Contains("10:20 (Europe/Rome)", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("a[href^='/support-hub/request-access/']"));
    }

    [Fact, Trait("Behaviour", "RA-8")]
    public async Task Posting_after_the_end_changes_nothing_and_says_so()
    {
        var (tenant, browser, login, _) = await InsideAsync();
        var member = await tenant.AddMemberAsync(await tenant.SingleAsync<Guid>("select id from organizations"));
        var page = await browser.GetAsync($"/support/{login}/locked-accounts");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        tenant.Now += TimeSpan.FromHours(4);
        var answer = await browser.PostAsync($"/support/{login}/locked-accounts?handler=Unlock", [KeyValuePair.Create("id", member.Id.ToString())]);
        Assert.Contains(answer.Status, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest });
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from audit_events where action = 'UnlockAccount'"));
    }

    [Fact, Trait("Behaviour", "RA-15")]
    public async Task The_customer_sees_who_is_inside_ends_it_and_sees_how_it_ended()
    {
        var (tenant, browser, login, supporter) = await InsideAsync();
        var owner = await tenant.AddMemberAsync(await tenant.SingleAsync<Guid>("select id from organizations"), "owner");
        var customer = tenant.Browse("de");
        await customer.SignInAsync(owner.Email);
        var page = await customer.GetAsync("/manage/presence");
        Assert.Contains(supporter.Name, page.Document.QuerySelector("#presence")!.TextContent, StringComparison.Ordinal);
        var after = await customer.SubmitAsync(page, "#presence form[action*='handler=End'] button");
        Assert.Equal("/manage/presence", after.Path);
        Assert.DoesNotContain(supporter.Name, after.Document.QuerySelector("#presence")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Ended by {owner.Name}", after.Document.QuerySelector("#login-history")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/support/{login}/ended", (await browser.GetAsync($"/support/{login}/")).Path);
    }

    private static async Task<(TestTenant Tenant, Browser Browser, Guid Login, TestAccount Supporter)> InsideAsync(string language = "en", TimeSpan? granted = null)
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var supporter = await tenant.AddPartnerUserAsync(language: language);
        await tenant.AddGrantAsync(organization, supporter, granted);
        var browser = tenant.Browse(language);
        await browser.SignInAsync(supporter.Email);
        return (tenant, browser, await EnterAsync(tenant, browser, supporter, organization), supporter);
    }

    /// <summary>Enters by the portal's own session, so that leaving and signing out belong together.</summary>
    private static async Task<Guid> EnterAsync(TestTenant tenant, Browser browser, TestAccount supporter, Guid organization)
    {
        var answer = await tenant.Call(browser.Cookies["__Host-session"]).PostAsync($"/organizations/{organization}/remote-logins");
        Assert.Equal(supporter.Name, (await tenant.Call(answer.Body["accessToken"]!.GetValue<string>()).GetAsync("/me")).Body["user"]!["name"]!.GetValue<string>());
        var login = answer.Body["remoteLoginId"]!.GetValue<Guid>();
        browser.Cookies[$"__Host-support-{login:N}"] = answer.Body["accessToken"]!.GetValue<string>();
        return login;
    }
}
