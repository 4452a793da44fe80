using System.Net;
using RemoteSupport.Features.Tenants;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenants;

[Trait("Behaviour", "TN-1")]
public sealed class HostTests
{
    [Theory]
    [InlineData("{slug}.app.localhost", true)]
    [InlineData("{slug}.app.localhost.", true)]
    [InlineData("{SLUG}.App.LocalHost", true)]
    [InlineData("{slug}.app.localhost:8080", true)]
    [InlineData("help.{slug}.example", true)]
    [InlineData("HELP.{slug}.example.:443", true)]
    [InlineData("nobody.app.localhost", false)]
    [InlineData("app.localhost", false)]
    [InlineData("www.{slug}.app.localhost", false)]
    [InlineData("{slug}", false)]
    [InlineData("{slug}.localhost", false)]
    [InlineData("{slug}.example", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("[::1]", false)]
    public async Task The_host_alone_decides_the_tenant(string host, bool isFound)
    {
        var tenant = await TestTenant.CreateAsync();
        await Operator.SendAsync(new ChangeDomains(tenant.Slug, $"help.{tenant.Slug}.example", DomainChange.Add));

        using var request = TestHttp.Request(tenant, HttpMethod.Get, "/sign-in");
        request.Headers.Host = host.Replace("{slug}", tenant.Slug, StringComparison.Ordinal).Replace("{SLUG}", tenant.Slug.ToUpperInvariant(), StringComparison.Ordinal);
        using var response = await TestHttp.SendAsync(request);

        Assert.Equal(isFound ? HttpStatusCode.OK : HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(isFound, (await response.Content.ReadAsStringAsync()).Contains("Brand " + tenant.Slug, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_domain_belongs_to_one_tenant()
    {
        var (one, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var domain = $"help.{one.Slug}.example";

        Assert.True((await Operator.SendAsync(new ChangeDomains(one.Slug, domain.ToUpperInvariant() + ".", DomainChange.Add))).Value!.IsChanged);
        Assert.False((await Operator.SendAsync(new ChangeDomains(one.Slug, domain, DomainChange.Add))).Value!.IsChanged);
        Assert.IsType<DomainTaken>((await Operator.SendAsync(new ChangeDomains(other.Slug, domain, DomainChange.Add))).Refusal);
        Assert.IsType<NoSuchDomain>((await Operator.SendAsync(new ChangeDomains(other.Slug, domain, DomainChange.Primary))).Refusal);
        Assert.False((await Operator.SendAsync(new ChangeDomains(other.Slug, domain, DomainChange.Remove))).Value!.IsChanged);
        Assert.True((await Operator.SendAsync(new ChangeDomains(one.Slug, domain, DomainChange.Remove))).Value!.IsChanged);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("help.example.com/path")]
    [InlineData("help.example.com:443")]
    [InlineData("10.0.0.1")]
    [InlineData("app.localhost")]
    [InlineData("else.app.localhost")]
    public async Task What_is_no_domain_of_its_own_is_refused(string domain)
    {
        var tenant = await TestTenant.CreateAsync();
        Assert.Equal(422, (await Operator.SendAsync(new ChangeDomains(tenant.Slug, domain, DomainChange.Add))).Refusal?.Status);
    }

    [Fact]
    public async Task Links_begin_with_the_primary_domain_whatever_host_the_browser_sent()
    {
        var tenant = await TestTenant.CreateAsync();
        var first = (await Operator.SendAsync(new ListTenants())).Value!.Single(listed => listed.Slug == tenant.Slug);
        Assert.Equal($"http://{tenant.Slug}.{TestNode.BaseDomain}", first.Url);

        foreach (var domain in new[] { $"a.{tenant.Slug}.example", $"b.{tenant.Slug}.example" })
        {
            await Operator.SendAsync(new ChangeDomains(tenant.Slug, domain, DomainChange.Add));
            await Operator.SendAsync(new ChangeDomains(tenant.Slug, domain, DomainChange.Primary));
        }

        var listed = (await Operator.SendAsync(new ListTenants())).Value!.Single(listed => listed.Slug == tenant.Slug);
        Assert.Equal($"https://b.{tenant.Slug}.example", listed.Url);
        Assert.Equal([$"b.{tenant.Slug}.example", $"a.{tenant.Slug}.example"], listed.Domains);
    }
}
