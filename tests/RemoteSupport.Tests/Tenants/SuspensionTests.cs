using System.Net;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Tenants;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenants;

[Trait("Behaviour", "TN-1")]
public sealed class SuspensionTests
{
    [Theory]
    [InlineData("de", "Dieser Dienst ist ausgesetzt")]
    [InlineData("it", "Questo servizio è sospeso")]
    public async Task A_suspended_tenant_says_so_in_the_readers_language_and_under_its_brand(string language, string heading)
    {
        var tenant = await TestTenant.CreateAsync();
        await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: true));

        var page = await tenant.Browse(language).GetAsync("/sign-in");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, heading), (page.Status, page.Heading));
        var css = page.Document.QuerySelector("link[rel='stylesheet'][href^='/brand/']")!.GetAttribute("href")!;
        using var brand = await tenant.Browse().SendOnceAsync(HttpMethod.Get, css);
        Assert.Equal(HttpStatusCode.OK, brand.StatusCode);
    }

    [Fact]
    public async Task Its_sessions_are_refused_but_stay()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AddPartnerUserAsync("admin");
        var browser = tenant.Browse();
        await browser.SignInAsync(admin.Email);

        await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: true));
        await HeardAsync(async () => (await browser.GetAsync("/")).Status == HttpStatusCode.ServiceUnavailable);
        Assert.Equal("tenant_suspended", (await tenant.Call().TrySignInAsync(admin.Email, TestTenant.Password)).Code);

        await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: false));
        await HeardAsync(async () => await browser.GetAsync("/") is { Status: HttpStatusCode.OK, Path: "/" });
    }

    [Fact, Trait("Behaviour", "RA-8")]
    public async Task Its_remote_logins_end_and_stay_ended_and_no_other_tenants()
    {
        var (tenant, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        var (inside, _) = await tenant.EnterAsync(await tenant.AddPartnerUserAsync(), await tenant.AddOrganizationAsync("service_provider"));
        var (elsewhere, _) = await other.EnterAsync(await other.AddPartnerUserAsync(), await other.AddOrganizationAsync("service_provider"));

        await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: true));
        await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: false));

        await HeardAsync(async () => (await inside.GetAsync("/me")).Code == "remote_login_ended");
        Assert.Equal("tenant_suspended", (await inside.GetAsync("/me")).Body["reason"]!.GetValue<string>());
        Assert.Equal("tenant_suspended", await tenant.SingleAsync<string>("select end_reason from remote_logins"));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("/me")).Status);
    }

    [Fact]
    public async Task Its_background_work_rests()
    {
        var tenant = await TestTenant.CreateAsync();
        var admin = await tenant.AddPartnerUserAsync("admin");
        await tenant.Call().SignInAsync(admin.Email);
        tenant.Now += TimeSpan.FromDays(400);
        Assert.True(await HasWorkAsync(tenant));

        await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: true));
        await HeardAsync(async () => !await HasWorkAsync(tenant));

        await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: false));
        await HeardAsync(() => HasWorkAsync(tenant));
    }

    [Fact]
    public async Task Every_node_hears_of_a_change()
    {
        await using var second = await TestNode.StartAsync(await TestDatabase.CommonAsync());
        var here = await TestTenant.CreateAsync();
        var there = here.On(second);
        foreach (var node in new[] { here, there }) Assert.Contains("Brand " + here.Slug, (await node.Browse().GetAsync("/sign-in")).Html, StringComparison.Ordinal);

        await Operator.SendAsync(new CreateTenant(here.Slug) { Name = "Renamed " + here.Slug });
        foreach (var node in new[] { here, there })
            await HeardAsync(async () => (await node.Browse().GetAsync("/sign-in")).Html.Contains("Renamed " + here.Slug, StringComparison.Ordinal));

        await Operator.SendAsync(new SetTenantStatus(here.Slug, IsSuspended: true));
        foreach (var node in new[] { here, there })
            await HeardAsync(async () => (await node.Browse().GetAsync("/sign-in")).Status == HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Suspending_twice_changes_nothing_and_an_unknown_tenant_is_refused()
    {
        var tenant = await TestTenant.CreateAsync();
        Assert.True((await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: true))).Value!.IsChanged);
        Assert.False((await Operator.SendAsync(new SetTenantStatus(tenant.Slug, IsSuspended: true))).Value!.IsChanged);
        Assert.IsType<NoSuchTenant>((await Operator.SendAsync(new SetTenantStatus(Operator.NewSlug(), IsSuspended: true))).Refusal);
    }

    private static async Task<bool> HasWorkAsync(TestTenant tenant)
    {
        TestClock.Set(tenant.Now);
        var due = await tenant.Node.Services.GetRequiredService<TenantWork>().TenantsWithDueAsync("sessions", CancellationToken.None);
        return due.Any(found => found.Id == tenant.Id);
    }

    /// <summary>A node hears of a commit within moments.</summary>
    private static async Task HeardAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await isSo()) await Task.Delay(20, patience.Token);
    }
}
