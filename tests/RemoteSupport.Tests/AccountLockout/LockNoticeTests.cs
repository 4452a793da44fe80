using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.AccountLockout;

/// <summary>What a lock says, to whom, and what an attacker can put into it.</summary>
public sealed class LockNoticeTests
{
    private const string Wrong = "not the password";

    [Fact, Trait("Behaviour", "AC-5")]
    public async Task The_mail_names_a_device_that_is_recognized_and_never_the_attackers_words()
    {
        var tenant = await TestTenant.CreateAsync();
        var (plain, attacked) = (await tenant.AddPartnerUserAsync(), await tenant.AddPartnerUserAsync());
        await LockAsync(tenant.Browse(), plain.Email);
        var attacker = tenant.Browse();
        attacker.UserAgent = "Your data leaked. Restore access at https://evil.example";
        await LockAsync(attacker, attacked.Email);

        Assert.Contains("Chrome on Windows", Assert.Single(await tenant.MessagesToAsync(plain.Email)).Text, StringComparison.Ordinal);
        var message = Assert.Single(await tenant.MessagesToAsync(attacked.Email));
        Assert.DoesNotContain("evil", message.Text + message.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("leaked", message.Text + message.Html, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task Of_the_steps_taken_for_an_unknown_address_nothing_stays_but_an_entry()
    {
        var tenant = await TestTenant.CreateAsync();
        await LockAsync(tenant.Browse(), "nobody@nowhere.example");

        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from accounts"));
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from messages"));
        Assert.Equal(1, await tenant.SingleAsync<long>("select count(*) from audit_events where action = 'LockAccount' and target_id is null"));
    }

    [Fact, Trait("Behaviour", "AC-5")]
    public async Task Who_cannot_sign_in_anyway_is_not_told_of_a_lock()
    {
        var tenant = await TestTenant.CreateAsync();
        var (invited, gone) = (await tenant.AddPartnerUserAsync(status: "invited"), await tenant.AddPartnerUserAsync(status: "deactivated"));
        await LockAsync(tenant.Browse(), invited.Email);
        await LockAsync(tenant.Browse(), gone.Email);
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from messages"));
    }

    [Fact, Trait("Behaviour", "AU-1")]
    public async Task The_lock_of_one_organizations_member_stands_in_no_others_trail()
    {
        var tenant = await TestTenant.CreateAsync();
        var (mine, theirs) = (await tenant.AddOrganizationAsync(), await tenant.AddOrganizationAsync());
        var (me, other) = (await tenant.AddMemberAsync(mine, "owner"), await tenant.AddMemberAsync(theirs));
        var api = await tenant.Call().SignInAsync(me.Email);
        for (var i = 1; i <= 5; i++) await api.TrySignInAsync(other.Email, Wrong);

        Assert.Equal(theirs, await tenant.SingleAsync<Guid>("select organization_id from audit_events where action = 'LockAccount'"));
    }

    [Fact, Trait("Behaviour", "AP-2")]
    public async Task The_pages_cookie_opens_no_API_however_its_path_is_written()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        foreach (var path in new[] { "/api/v1/me", "/API/v1/me", "/Api/V1/Me" })
        {
            using var answer = await browser.SendOnceAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }

    private static async Task LockAsync(Browser browser, string email)
    {
        for (var i = 1; i <= 5; i++) await browser.SignInAsync(email, Wrong);
    }
}
