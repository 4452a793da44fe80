using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Web;

/// <summary>Floods are held off by network (AP-3, AC-3); behind a proxy the network is the client's, but only a known proxy may say which.</summary>
public sealed class RateLimitTests
{
    private const string Sentence = "Es gab zu viele Anfragen. Bitte warten Sie einen Moment.";

    [Fact, Trait("Behaviour", "AP-3")]
    public async Task The_API_says_when_to_come_back()
    {
        await using var node = await StartAsync(anonymous: 2);
        var tenant = await TestTenant.CreateAsync(node);
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call().TrySignInAsync("a@b.example", "x")).Status);

        var refused = await tenant.Call(language: "de").TrySignInAsync("a@b.example", "x");
        Assert.Equal((HttpStatusCode.TooManyRequests, "rate_limited", Sentence, "application/problem+json"), (refused.Status, refused.Code, refused.Detail, refused.MediaType));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact, Trait("Behaviour", "AP-3")]
    public async Task The_page_says_it_in_the_visitors_language()
    {
        await using var node = await StartAsync(anonymous: 2);
        var tenant = await TestTenant.CreateAsync(node);
        var browser = tenant.Browse("de");
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await browser.SignInAsync("a@b.example", "x")).Status);

        var page = await browser.SignInAsync("a@b.example", "x");
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Contains(Sentence, page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Headers.RetryAfter);
    }

    [Fact, Trait("Behaviour", "AP-3")]
    public async Task Everything_has_a_limit()
    {
        await using var node = await StartAsync(everything: 3);
        var tenant = await TestTenant.CreateAsync(node);
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call().DeleteAsync("/session")).Status);
        Assert.Equal("rate_limited", (await tenant.Call().DeleteAsync("/session")).Code);
    }

    [Fact, Trait("Behaviour", "AP-3")]
    public async Task An_invented_address_gives_a_flood_no_new_allowance()
    {
        await using var node = await StartAsync(anonymous: 2);
        var tenant = await TestTenant.CreateAsync(node);
        Assert.Equal([401, 401, 429, 429], await TryFromAsync(tenant, "198.51.100.1", "198.51.100.2", "198.51.100.3", "198.51.100.4"));
    }

    [Fact, Trait("Behaviour", "AP-3")]
    public async Task Behind_a_known_proxy_each_network_has_its_own()
    {
        await using var node = await StartAsync(anonymous: 2, proxy: "127.0.0.0/8");
        var tenant = await TestTenant.CreateAsync(node);
        Assert.Equal([401, 401, 429, 401], await TryFromAsync(tenant, "198.51.100.1", "198.51.100.1", "198.51.100.1", "198.51.100.2"));
    }

    [Fact, Trait("Behaviour", "AP-3")]
    public async Task A_client_cannot_put_addresses_before_its_own()
    {
        await using var node = await StartAsync(anonymous: 2, proxy: "127.0.0.1");
        var tenant = await TestTenant.CreateAsync(node);
        Assert.Equal([401, 401, 429], await TryFromAsync(tenant, "203.0.113.1, 198.51.100.1", "203.0.113.2, 198.51.100.1", "203.0.113.3, 198.51.100.1"));
    }

    [Fact, Trait("Behaviour", "AP-3")]
    public async Task Of_an_IPv6_address_the_subscribers_64_bits_count()
    {
        await using var node = await StartAsync(anonymous: 2, proxy: "127.0.0.1");
        var tenant = await TestTenant.CreateAsync(node);
        Assert.Equal([401, 401, 429, 401], await TryFromAsync(tenant, "2001:db8:1:1::1", "2001:db8:1:1::2", "2001:db8:1:1:ffff::3", "2001:db8:1:2::1"));
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task The_clients_address_is_kept_as_a_known_proxy_tells_it()
    {
        await using var node = await StartAsync(proxy: "127.0.0.1");
        var tenant = await TestTenant.CreateAsync(node);
        var browser = tenant.Browse();
        browser.Headers["X-Forwarded-For"] = "198.51.100.7";
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        Assert.Equal("198.51.100.7", await tenant.SingleAsync<string>("select host(ip) from sessions"));
        Assert.Equal("198.51.100.7", await tenant.SingleAsync<string>("select host(ip) from audit_events"));
    }

    private static async Task<IReadOnlyList<int>> TryFromAsync(TestTenant tenant, params string[] addresses)
    {
        var statuses = new List<int>();
        foreach (var address in addresses)
        {
            var person = tenant.Browse();
            var form = await person.GetAsync("/sign-in");
            person.Headers["X-Forwarded-For"] = address;
            statuses.Add((int)(await person.SubmitAsync(form, "[name='Form.Password']", ("Form.Email", $"a{statuses.Count}@b.example"), ("Form.Password", "x"))).Status);
        }

        return statuses;
    }

    private static async Task<TestNode> StartAsync(int anonymous = 1_000, int everything = 1_000_000, string? proxy = null) =>
        await TestNode.StartAsync(await TestDatabase.CommonAsync(), new Dictionary<string, string?>
        {
            ["Limits:Anonymous"] = anonymous.ToString(null, null),
            ["Limits:Everything"] = everything.ToString(null, null),
            ["Proxy:Known"] = proxy,
        });
}
