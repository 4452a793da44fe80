using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.AccountLockout;

public sealed class LockoutTests
{
    private const string Wrong = "not the password";

    [Fact, Trait("Behaviour", "AC-1")]
    public async Task The_fifth_wrong_password_answers_locked_and_the_sixth_is_refused_even_when_right()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();

        for (var i = 1; i <= 4; i++)
        {
            var wrong = await tenant.Call().TrySignInAsync(account.Email, Wrong);
            Assert.Equal((HttpStatusCode.Unauthorized, "invalid_credentials"), (wrong.Status, wrong.Code));
        }

        var fifth = await tenant.Call().TrySignInAsync(account.Email, Wrong);
        Assert.Equal((HttpStatusCode.Locked, "account_locked"), (fifth.Status, fifth.Code));
        Assert.Equal(tenant.Now.AddMinutes(15), fifth.Body["lockedUntil"]!.GetValue<DateTimeOffset>());
        Assert.Equal(900, fifth.Headers.RetryAfter?.Delta?.TotalSeconds);

        var right = await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password);
        Assert.Equal(HttpStatusCode.Locked, right.Status);
    }

    [Fact, Trait("Behaviour", "AC-2")]
    public async Task A_lock_opens_exactly_15_minutes_after_the_last_try_and_any_try_restarts_the_wait()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        await LockAsync(tenant, account.Email);

        tenant.Now += TimeSpan.FromMinutes(14) + TimeSpan.FromSeconds(59);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);

        tenant.Now += TimeSpan.FromMinutes(14) + TimeSpan.FromSeconds(59);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);

        tenant.Now += TimeSpan.FromMinutes(15);
        Assert.Equal(HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);
    }

    [Fact, Trait("Behaviour", "AC-2")]
    public async Task After_a_lock_the_count_starts_again_at_0()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        await LockAsync(tenant, account.Email);
        tenant.Now += TimeSpan.FromMinutes(15);

        for (var i = 1; i <= 4; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call().TrySignInAsync(account.Email, Wrong)).Status);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(account.Email, Wrong)).Status);
    }

    [Fact, Trait("Behaviour", "AC-2")]
    public async Task There_is_no_other_window_four_wrong_a_week_and_one_wrong_lock()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        for (var i = 1; i <= 4; i++) await tenant.Call().TrySignInAsync(account.Email, Wrong);

        tenant.Now += TimeSpan.FromDays(7);
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(account.Email, Wrong)).Status);
    }

    [Fact, Trait("Behaviour", "AC-2")]
    public async Task A_success_resets_the_count()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        for (var i = 1; i <= 4; i++) await tenant.Call().TrySignInAsync(account.Email, Wrong);
        Assert.Equal(HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);

        for (var i = 1; i <= 4; i++) Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call().TrySignInAsync(account.Email, Wrong)).Status);
    }

    [Fact, Trait("Behaviour", "AC-3")]
    public async Task An_address_without_an_account_answers_word_for_word_like_one_with()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        for (var i = 1; i <= 6; i++)
        {
            var known = await tenant.Call().TrySignInAsync(account.Email, Wrong);
            var unknown = await tenant.Call().TrySignInAsync("nobody@" + tenant.Slug + ".example", Wrong);
            Assert.Equal((known.Status, known.Code, known.Detail, known.Body["lockedUntil"]?.ToString()), (unknown.Status, unknown.Code, unknown.Detail, unknown.Body["lockedUntil"]?.ToString()));
        }
    }

    [Fact, Trait("Behaviour", "AC-4")]
    public async Task Of_fifty_tries_at_once_on_two_nodes_five_are_checked_at_most()
    {
        var database = await TestDatabase.CommonAsync();
        await using var second = await TestNode.StartAsync(database);
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => tenant.On(i % 2 == 0 ? tenant.Node : second).Call().TrySignInAsync(account.Email, Wrong)));

        Assert.Equal(4, answers.Count(answer => answer.Status == HttpStatusCode.Unauthorized));
        Assert.Equal(46, answers.Count(answer => answer.Status == HttpStatusCode.Locked));
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);
    }

    [Fact, Trait("Behaviour", "AC-5")]
    public async Task The_holder_is_told_once_a_day_in_their_language()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(language: "de");
        await LockAsync(tenant, account.Email);
        tenant.Now += TimeSpan.FromHours(1);
        await LockAsync(tenant, account.Email);

        var message = Assert.Single(await tenant.MessagesToAsync(account.Email));
        Assert.Equal(("account-locked", "de"), (message.Message, message.Language));
        Assert.Contains("gesperrt", message.Subject, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", message.Text, StringComparison.Ordinal);

        tenant.Now += TimeSpan.FromDays(1);
        await LockAsync(tenant, account.Email);
        Assert.Equal(2, (await tenant.MessagesToAsync(account.Email)).Count);
    }

    private static async Task LockAsync(TestTenant tenant, string email)
    {
        for (var i = 1; i <= 5; i++) await tenant.Call().TrySignInAsync(email, Wrong);
    }
}
