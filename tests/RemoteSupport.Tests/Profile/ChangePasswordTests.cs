using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Profile;

public sealed class ChangePasswordTests
{
    private const string Field = "[name='Password.NewPassword']";
    private const string New = "wandering llamas at dusk";

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_this_one()
    {
        var (tenant, account, browser) = await SignedInAsync();
        var (other, api) = (tenant.Browse(), await tenant.Call().SignInAsync(account.Email));
        await other.SignInAsync(account.Email);

        var page = await ChangeAsync(browser, TestTenant.Password, New);

        Assert.Contains("Your password is changed.", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await other.GetAsync("/profile")).Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/me")).Status);
        Assert.Equal("Profile", (await browser.GetAsync("/profile")).Heading);
        Assert.Equal(["password_changed", "password_changed"], await tenant.ListAsync<string>("select end_reason from sessions where ended_at is not null"));
        Assert.Equal(HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(account.Email, New)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);
        Assert.Single(await tenant.ListAsync<string>("select action from audit_events where action = 'ChangePassword'"));
    }

    [Fact, Trait("Behaviour", "AC-7")]
    public async Task A_wrong_current_password_is_said_at_its_field_and_changes_nothing()
    {
        var (tenant, account, browser) = await SignedInAsync("it");

        var page = await ChangeAsync(browser, "not the password", New);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Questa non è la Sua password attuale.", page.ErrorAt("Password.CurrentPassword"));
        Assert.DoesNotContain(New, page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);
    }

    [Fact, Trait("Behaviour", "AC-1")]
    public async Task Five_wrong_current_passwords_lock_the_account_and_then_the_right_one_is_refused_too()
    {
        var (_, _, browser) = await SignedInAsync();
        for (var i = 1; i <= 4; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChangeAsync(browser, "wrong" + i, New)).Status);

        Assert.Equal(HttpStatusCode.Locked, (await ChangeAsync(browser, "wrong5", New)).Status);
        var page = await ChangeAsync(browser, TestTenant.Password, New);
        Assert.Equal(HttpStatusCode.Locked, page.Status);
        Assert.Contains("This account is locked.", page.Text, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "AC-7")]
    [InlineData("short", "Wählen Sie ein Passwort mit mindestens 10 Zeichen.")]
    [InlineData("password123", "Viele Menschen verwenden dieses oder ein ähnliches Passwort. Bitte wählen Sie ein anderes.")]
    [InlineData("", "Geben Sie ein neues Passwort ein.")]
    public async Task A_password_that_may_not_be_chosen_is_refused_in_the_persons_language_without_counting_a_try(string password, string sentence)
    {
        var (tenant, _, browser) = await SignedInAsync("de");

        var page = await ChangeAsync(browser, "wrong", password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(sentence, page.ErrorAt("Password.NewPassword"));
        Assert.Empty(await tenant.ListAsync<int>("select failures from sign_in_tries"));
    }

    [Fact, Trait("Behaviour", "AC-7")]
    public async Task A_password_may_not_hold_the_persons_address_or_name()
    {
        var (_, account, browser) = await SignedInAsync();
        Assert.Equal("Choose a password that does not contain your e-mail address.", (await ChangeAsync(browser, TestTenant.Password, "x " + account.Email)).ErrorAt("Password.NewPassword"));
        Assert.Equal("Choose a password that does not contain your name.", (await ChangeAsync(browser, TestTenant.Password, "I am " + account.Name)).ErrorAt("Password.NewPassword"));
    }

    [Theory, Trait("Behaviour", "AC-7")]
    [InlineData(128, HttpStatusCode.OK)]
    [InlineData(129, HttpStatusCode.UnprocessableEntity)]
    public async Task A_password_of_128_characters_of_any_script_is_fine_and_no_longer_one(int length, HttpStatusCode status)
    {
        var (tenant, account, browser) = await SignedInAsync();
        var password = string.Concat(Enumerable.Range(0, length).Select(i => char.ConvertFromUtf32(0x1F400 + i % 50)));

        Assert.Equal(status, (await ChangeAsync(browser, TestTenant.Password, password)).Status);
        Assert.Equal(status == HttpStatusCode.OK, (await tenant.Call().TrySignInAsync(account.Email, password)).Status == HttpStatusCode.OK);
    }

    private static async Task<Page> ChangeAsync(Browser browser, string current, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/profile"), Field, ("Password.CurrentPassword", current), ("Password.NewPassword", password));

    private static async Task<(TestTenant Tenant, TestAccount Account, Browser Browser)> SignedInAsync(string language = "en")
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(language: language);
        var browser = tenant.Browse();
        await browser.SignInAsync(account.Email);
        return (tenant, account, browser);
    }
}
