using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.AccountLockout;

/// <summary>Lockout is no weapon where the tenant protects known devices (AC-10).</summary>
public sealed class KnownDeviceTests
{
    private const string Device = "__Host-device";
    private const string Wrong = "not the password";

    [Fact, Trait("Behaviour", "AC-10")]
    public async Task Strangers_lock_strangers_out_and_the_known_device_still_gets_in()
    {
        var (tenant, account, known) = await ArrangeAsync(protects: true);
        await TryAsync(tenant.Browse(), account, 5);

        Assert.Equal(HttpStatusCode.Locked, (await tenant.Browse().SignInAsync(account.Email)).Status);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);
        Assert.Equal("/", (await known.SignInAsync(account.Email)).Path);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Browse().SignInAsync(account.Email)).Status);
    }

    [Fact, Trait("Behaviour", "AC-10")]
    public async Task The_known_device_has_five_tries_of_its_own()
    {
        var (tenant, account, known) = await ArrangeAsync(protects: true);
        Assert.Equal([401, 401, 401, 401, 423], await TryAsync(known, account, 5));
        Assert.Equal(HttpStatusCode.Locked, (await known.SignInAsync(account.Email)).Status);
        Assert.Equal("/", (await tenant.Browse().SignInAsync(account.Email)).Path);
    }

    [Fact, Trait("Behaviour", "AC-10")]
    public async Task Without_the_protection_a_lock_is_everybodys()
    {
        var (tenant, account, known) = await ArrangeAsync(protects: false);
        await TryAsync(tenant.Browse(), account, 5);
        Assert.Equal(HttpStatusCode.Locked, (await known.SignInAsync(account.Email)).Status);
    }

    [Fact, Trait("Behaviour", "AC-10")]
    public async Task A_forged_cookie_makes_a_stranger()
    {
        var (tenant, account, known) = await ArrangeAsync(protects: true);
        await TryAsync(tenant.Browse(), account, 5);
        foreach (var forged in new[] { "x", "", known.Cookies[Device][..^2] + "AA", "%7B%7D" })
        {
            var browser = tenant.Browse();
            browser.Cookies[Device] = forged;
            Assert.Equal((forged, HttpStatusCode.Locked), (forged, (await browser.SignInAsync(account.Email)).Status));
        }
    }

    [Fact, Trait("Behaviour", "AC-10")]
    public async Task A_device_is_known_for_its_own_accounts_only()
    {
        var (tenant, _, known) = await ArrangeAsync(protects: true);
        var other = await tenant.AddPartnerUserAsync();
        await TryAsync(tenant.Browse(), other, 5);
        Assert.Equal(HttpStatusCode.Locked, (await known.SignInAsync(other.Email)).Status);
    }

    [Fact, Trait("Behaviour", "AC-10")]
    public async Task A_cookie_of_another_tenant_makes_a_stranger_even_for_the_same_account_id()
    {
        var (tenant, account, known) = await ArrangeAsync(protects: true);
        var other = await TestTenant.CreateAsync(protectsKnownDevices: true);
        await other.RunAsync(
            """
            insert into accounts (id, email, email_key, name, kind, role, status, password_hash, created_at)
            select id, email, email_key, name, kind, role, status, password_hash, created_at from accounts where tenant_id = @tenant and id = @account
            """,
            new { tenant = tenant.Id, account = account.Id });
        await TryAsync(other.Browse(), account, 5);

        var browser = other.Browse();
        browser.Cookies[Device] = known.Cookies[Device];
        Assert.Equal(HttpStatusCode.Locked, (await browser.SignInAsync(account.Email)).Status);
    }

    /// <summary>An account with a browser that signed in to it once, and out again.</summary>
    private static async Task<(TestTenant Tenant, TestAccount Account, Browser Known)> ArrangeAsync(bool protects)
    {
        var tenant = await TestTenant.CreateAsync(protectsKnownDevices: protects);
        var account = await tenant.AddPartnerUserAsync();
        var known = tenant.Browse();
        await known.SubmitAsync(await known.SignInAsync(account.Email), "form[action*='SignOut']");
        return (tenant, account, known);
    }

    private static async Task<IReadOnlyList<int>> TryAsync(Browser browser, TestAccount account, int times)
    {
        var statuses = new List<int>();
        for (var i = 0; i < times; i++) statuses.Add((int)(await browser.SignInAsync(account.Email, Wrong)).Status);
        return statuses;
    }
}
