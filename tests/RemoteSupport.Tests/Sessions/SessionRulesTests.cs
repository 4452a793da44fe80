using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Sessions;

public sealed class SessionRulesTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_session_is_over_exactly_12_hours_after_its_last_use()
    {
        var tenant = await TestTenant.CreateAsync();
        var api = await SignInAsync(tenant);

        tenant.Now += TimeSpan.FromHours(12) - Tick;
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/me")).Status);

        tenant.Now += TimeSpan.FromHours(12) - Tick;
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/me")).Status);

        tenant.Now += TimeSpan.FromHours(12);
        var answer = await api.GetAsync("/me");
        Assert.Equal((HttpStatusCode.Unauthorized, "unauthenticated"), (answer.Status, answer.Code));
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_session_in_use_is_over_exactly_30_days_after_it_began()
    {
        var tenant = await TestTenant.CreateAsync();
        var api = await SignInAsync(tenant);
        var began = tenant.Now;
        for (; tenant.Now < began.AddDays(30); tenant.Now += TimeSpan.FromHours(11)) Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/me")).Status);

        tenant.Now = began.AddDays(30) - Tick;
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/me")).Status);

        tenant.Now = began.AddDays(30);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/me")).Status);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task The_last_use_is_kept_to_the_minute()
    {
        var tenant = await TestTenant.CreateAsync();
        var api = await SignInAsync(tenant);
        var began = tenant.Now;

        tenant.Now = began + TimeSpan.FromSeconds(59);
        await api.GetAsync("/me");
        Assert.Equal(began, await LastSeenAsync(tenant));

        tenant.Now = began + TimeSpan.FromSeconds(60);
        await api.GetAsync("/me");
        Assert.Equal(tenant.Now, await LastSeenAsync(tenant));
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_deactivated_account_is_refused_at_once_everywhere()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var (api, browser) = (await tenant.Call().SignInAsync(account.Email), tenant.Browse());
        await browser.SignInAsync(account.Email);

        await tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { account.Id });

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/me")).Status);
        Assert.StartsWith("/sign-in", (await browser.GetAsync("/profile")).Path, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_session_of_one_tenant_is_nobody_on_another_host_and_the_other_way_round()
    {
        var (one, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        foreach (var (tenant, elsewhere) in new[] { (one, other), (other, one) })
        {
            var account = await tenant.AddPartnerUserAsync();
            var (api, browser) = (await tenant.Call().SignInAsync(account.Email), tenant.Browse());
            await browser.SignInAsync(account.Email);

            Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/me", elsewhere.Host)).Status);
            var page = await browser.GetAsync("/profile", elsewhere.Host);
            Assert.DoesNotContain(account.Name, page.Html, StringComparison.Ordinal);
            Assert.Equal("Profile", (await browser.GetAsync("/profile")).Heading);
        }
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task The_cookie_of_the_pages_opens_no_api_and_the_bearer_token_no_page()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync(account.Email);
        var token = browser.Cookies["__Host-session"];

        using var byCookie = await browser.SendOnceAsync(HttpMethod.Get, "/api/v1/me");
        Assert.Equal(HttpStatusCode.Unauthorized, byCookie.StatusCode);

        var bearer = tenant.Browse();
        bearer.Headers["Authorization"] = "Bearer " + token;
        Assert.StartsWith("/sign-in", (await bearer.GetAsync("/profile")).Path, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "AC-9")]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task What_is_no_token_of_a_running_session_is_nobody(string token)
    {
        var tenant = await TestTenant.CreateAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call(token).GetAsync("/me")).Status);
    }

    private static async Task<Api> SignInAsync(TestTenant tenant) =>
        await tenant.Call().SignInAsync((await tenant.AddPartnerUserAsync()).Email);

    private static async Task<DateTimeOffset> LastSeenAsync(TestTenant tenant) =>
        await tenant.SingleAsync<DateTimeOffset>("select last_seen_at from sessions");
}
