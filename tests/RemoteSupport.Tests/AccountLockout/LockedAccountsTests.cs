using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.AccountLockout;

/// <summary>Who sees locks and may lift them (AC-5).</summary>
public sealed class LockedAccountsTests
{
    [Fact, Trait("Behaviour", "AC-5")]
    public async Task A_tenant_admin_sees_locked_partner_users_and_lets_them_in()
    {
        var tenant = await TestTenant.CreateAsync();
        var (admin, supporter) = (await tenant.AddPartnerUserAsync("admin"), await tenant.AddPartnerUserAsync());
        var member = await tenant.AddMemberAsync(await tenant.AddOrganizationAsync());
        await LockAsync(tenant, supporter);
        await LockAsync(tenant, member);

        await UnlockAsync(tenant, admin, sees: supporter, not: member);
        Assert.Equal(HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(supporter.Email, TestTenant.Password)).Status);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(member.Email, TestTenant.Password)).Status);
    }

    [Theory, Trait("Behaviour", "AC-5")]
    [InlineData("owner")]
    [InlineData("admin")]
    public async Task An_owner_and_an_admin_let_in_their_own_members(string role)
    {
        var tenant = await TestTenant.CreateAsync();
        var (mine, other) = (await tenant.AddOrganizationAsync(), await tenant.AddOrganizationAsync());
        var (member, stranger) = (await tenant.AddMemberAsync(mine), await tenant.AddMemberAsync(other));
        await LockAsync(tenant, member);
        await LockAsync(tenant, stranger);

        await UnlockAsync(tenant, await tenant.AddMemberAsync(mine, role), sees: member, not: stranger);
        Assert.Equal(HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(member.Email, TestTenant.Password)).Status);
    }

    [Theory, Trait("Behaviour", "AC-5")]
    [InlineData("supporter")]
    [InlineData("member")]
    public async Task Others_neither_see_nor_lift_locks(string role)
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync();
        var account = role == "supporter" ? await tenant.AddPartnerUserAsync() : await tenant.AddMemberAsync(organization);
        var locked = role == "supporter" ? await tenant.AddPartnerUserAsync() : await tenant.AddMemberAsync(organization);
        await LockAsync(tenant, locked);

        var browser = tenant.Browse();
        var home = await browser.SignInAsync(account.Email);
        Assert.DoesNotContain(locked.Email, home.Text, StringComparison.Ordinal);
        var page = await browser.GetAsync("/locked-accounts");
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.DoesNotContain(locked.Email, page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await tenant.Call().SignInAsync(account.Email)).PostAsync($"/users/{locked.Id}/unlock")).Status);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(locked.Email, TestTenant.Password)).Status);
    }

    [Fact, Trait("Behaviour", "AC-5")]
    public async Task Another_organizations_member_is_not_found_and_stays_locked()
    {
        var tenant = await TestTenant.CreateAsync();
        var owner = await tenant.AddMemberAsync(await tenant.AddOrganizationAsync(), "owner");
        var stranger = await tenant.AddMemberAsync(await tenant.AddOrganizationAsync());
        await LockAsync(tenant, stranger);

        var api = await tenant.Call().SignInAsync(owner.Email);
        Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync($"/users/{stranger.Id}/unlock")).Status);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(stranger.Email, TestTenant.Password)).Status);
    }

    [Fact, Trait("Behaviour", "AC-5")]
    public async Task A_lock_that_opened_by_itself_is_no_longer_listed()
    {
        var tenant = await TestTenant.CreateAsync();
        await LockAsync(tenant, await tenant.AddPartnerUserAsync());
        tenant.Now += TimeSpan.FromMinutes(15);
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync("admin")).Email);
        Assert.Contains("Nobody is locked out", (await browser.GetAsync("/locked-accounts")).Text, StringComparison.Ordinal);
    }

    private static async Task UnlockAsync(TestTenant tenant, TestAccount by, TestAccount sees, TestAccount not)
    {
        var browser = tenant.Browse();
        await browser.SignInAsync(by.Email);
        var page = await browser.GetAsync("/locked-accounts");
        Assert.Contains(sees.Email, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(not.Email, page.Text, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(page, $"input[value='{sees.Id}']");
        Assert.Contains("The account is unlocked.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(sees.Email, done.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await tenant.ListAsync<Guid>("select target_id from audit_events where action = 'UnlockAccount'"));
        Assert.Equal(sees.Id, entry);
    }

    private static async Task LockAsync(TestTenant tenant, TestAccount account)
    {
        for (var i = 0; i < 5; i++) await tenant.Call().TrySignInAsync(account.Email, "not the password");
    }
}
