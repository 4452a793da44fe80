using System.Diagnostics;
using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.RemoteLogin;

/// <summary>Two people at two nodes: what one does, the other's open page hears within 2 seconds.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private TestNode here = null!, there = null!;

    public async Task InitializeAsync() =>
        (here, there) = (await TestNode.CommonAsync(), await TestNode.StartAsync(await TestDatabase.CommonAsync()));

    public async Task DisposeAsync() => await there.DisposeAsync();

    [Fact, Trait("Behaviour", "RA-8"), Trait("Behaviour", "RA-15")]
    public async Task End_now_on_one_node_closes_the_socket_and_refuses_page_and_token_on_the_other()
    {
        var (tenant, browser, login, token) = await InsideAsync();
        await using var page = await LiveSocket.OpenAsync(tenant.On(there), browser, $"/support/{login}");
        var owner = await tenant.Call().SignInAsync((await tenant.AddMemberAsync(await OrganizationAsync(tenant), "owner")).Email);

        var clicked = Stopwatch.StartNew();
        Assert.Equal(HttpStatusCode.NoContent, (await owner.DeleteAsync($"/remote-logins/{login}")).Status);
        await page.HearAsync("ended");
        await page.CloseAsync();
        Assert.InRange(clicked.Elapsed, TimeSpan.Zero, Soon);
        Assert.Equal("remote_login_ended", (await tenant.On(there).Call(token).GetAsync("/me")).Code);
        Assert.Equal($"/support/{login}/ended", (await browser.GetAsync($"/support/{login}/")).Path);
    }

    [Fact, Trait("Behaviour", "RA-15")]
    public async Task The_owners_page_hears_who_enters_and_leaves_on_another_node()
    {
        var tenant = await TestTenant.CreateAsync(here);
        var organization = await tenant.AddOrganizationAsync("service_provider");
        var owner = tenant.Browse();
        await owner.SignInAsync((await tenant.AddMemberAsync(organization, "owner")).Email);
        await using var page = await LiveSocket.OpenAsync(tenant, owner);
        var (inside, login) = await tenant.On(there).EnterAsync(await tenant.AddPartnerUserAsync(), organization);
        await page.HearAsync("presence");
        Assert.Equal(HttpStatusCode.NoContent, (await inside.DeleteAsync($"/remote-logins/{login}")).Status);
        await page.HearAsync("presence");
    }

    [Fact, Trait("Behaviour", "RA-8")]
    public async Task At_the_end_of_the_time_the_node_closes_the_socket_by_itself()
    {
        var (tenant, browser, login, _) = await InsideAsync(TimeSpan.FromSeconds(1));
        var began = Stopwatch.StartNew();
        await using var page = await LiveSocket.OpenAsync(tenant, browser, $"/support/{login}");
        await page.CloseAsync();
        Assert.InRange(began.Elapsed, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1) + Soon);
    }

    [Theory, Trait("Behaviour", "TN-2")]
    [InlineData("the portal's cookie")]
    [InlineData("another login's cookie")]
    public async Task A_socket_at_a_logins_path_opens_with_that_logins_cookie_only(string cookie)
    {
        var (tenant, browser, login, token) = await InsideAsync();
        browser.Cookies.Remove($"__Host-support-{login:N}");
        if (cookie != "the portal's cookie") browser.Cookies[$"__Host-support-{Guid.Empty:N}"] = token;
        await using var page = await LiveSocket.OpenAsync(tenant, browser, $"/support/{(cookie == "the portal's cookie" ? login : Guid.Empty)}");
        await page.CloseAsync();
    }

    private static Task<Guid> OrganizationAsync(TestTenant tenant) => tenant.SingleAsync<Guid>("select id from organizations");

    private async Task<(TestTenant Tenant, Browser Browser, Guid Login, string Token)> InsideAsync(TimeSpan? granted = null)
    {
        var tenant = await TestTenant.CreateAsync(here);
        var organization = await tenant.AddOrganizationAsync();
        var supporter = await tenant.AddPartnerUserAsync();
        await tenant.AddGrantAsync(organization, supporter, granted);
        var browser = tenant.Browse();
        await browser.SignInAsync(supporter.Email);
        var entered = await tenant.Call(browser.Cookies["__Host-session"]).PostAsync($"/organizations/{organization}/remote-logins");
        var (login, token) = (entered.Body["remoteLoginId"]!.GetValue<Guid>(), entered.Body["accessToken"]!.GetValue<string>());
        browser.Cookies[$"__Host-support-{login:N}"] = token;
        return (tenant, browser, login, token);
    }
}
