using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PasswordReset;

public sealed class ResetPasswordTests
{
    [Fact, Trait("Behaviour", "AC-6")]
    public async Task A_person_gets_back_in_with_the_link_from_the_mailbox()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var browser = tenant.Browse();
        var form = await browser.GetAsync(await tenant.GetLinkAsync(account.Email));
        Assert.Equal((HttpStatusCode.OK, "Set a new password"), (form.Status, form.Heading));
        Assert.Equal(account.Email, form.Document.QuerySelector("[autocomplete=username]")?.GetAttribute("value"));

        var signIn = await browser.SubmitAsync(form, "[name='Form.NewPassword']", ("Form.NewPassword", ResetSteps.NewPassword), ("Repeated", ResetSteps.NewPassword));
        var home = await browser.SignInAsync(account.Email, ResetSteps.NewPassword);

        Assert.Equal("/sign-in", signIn.Path);
        Assert.Equal("Your new password is saved. Please sign in with it.", signIn.Document.QuerySelector(".notice-ok")?.TextContent.Trim());
        Assert.Equal((HttpStatusCode.OK, "/"), (home.Status, home.Path));
        Assert.Equal(HttpStatusCode.Unauthorized, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task Every_session_of_the_account_ends_and_no_other()
    {
        var tenant = await TestTenant.CreateAsync();
        var (account, colleague) = (await tenant.AddPartnerUserAsync(), await tenant.AddPartnerUserAsync());
        await tenant.Call().SignInAsync(account.Email);
        await tenant.Call().SignInAsync(colleague.Email);
        var browser = tenant.Browse();
        await browser.SignInAsync(account.Email);
        var token = await tenant.GetTokenAsync(account.Email);

        await tenant.RedeemAsync(token);

        Assert.Equal("/sign-in", (await browser.GetAsync("/")).Path.Split('?')[0]);
        Assert.Equal(["password_changed", "password_changed"], await tenant.ListAsync<string>("select end_reason from sessions where account_id = @Id", new { account.Id }));
        Assert.Null(await tenant.SingleAsync<string?>("select end_reason from sessions where account_id = @Id", new { colleague.Id }));
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task A_lock_is_lifted()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        for (var i = 1; i <= 5; i++) await tenant.Call().TrySignInAsync(account.Email, "not the password");
        Assert.Equal(HttpStatusCode.Locked, (await tenant.Call().TrySignInAsync(account.Email, TestTenant.Password)).Status);

        await tenant.RedeemAsync(await tenant.GetTokenAsync(account.Email));

        await tenant.AssertSignsInAsync(account.Email, ResetSteps.NewPassword);
    }

    [Fact, Trait("Behaviour", "AC-6")]
    public async Task The_holder_is_told_and_the_trail_knows()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();

        await tenant.RedeemAsync(await tenant.GetTokenAsync(account.Email));

        var told = (await tenant.MessagesToAsync(account.Email))[^1];
        Assert.Equal("password-changed", told.Message);
        Assert.Empty(told.Paths);
        Assert.Contains($"http://{tenant.Host}/reset-password", told.Text, StringComparison.Ordinal);
        Assert.Equal(account.Id, await tenant.SingleAsync<Guid>("select target_id from audit_events where action = 'ResetPassword'"));
    }

    [Theory, Trait("Behaviour", "AC-7")]
    [InlineData("nine char", "Choose a password of at least 10 characters.")]
    [InlineData("𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡", "Choose a password of at least 10 characters.")]
    [InlineData("password123", "Many people use this password or one like it. Please choose another one.")]
    [InlineData("P@ssword1234", null)]
    [InlineData("aaaaaaaaaaaaaaaa", "Many people use this password or one like it. Please choose another one.")]
    [InlineData("correct horse battery staple", null)]
    [InlineData("ten char s", null)]
    [InlineData("пароль из слов", null)]
    [InlineData("🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵", null)]
    public async Task A_new_password_is_held_against_the_rules(string password, string? sentence)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var token = await tenant.GetTokenAsync(account.Email);

        var answer = await tenant.RedeemAsync(token, password);

        Assert.Equal(sentence is null ? HttpStatusCode.NoContent : HttpStatusCode.UnprocessableEntity, answer.Status);
        if (sentence is null) await tenant.AssertSignsInAsync(account.Email, password);
        else Assert.Equal([sentence], answer.Body["errors"]!["newPassword"]!.AsArray().Select(said => said!.GetValue<string>()));
    }

    [Theory, Trait("Behaviour", "AC-7")]
    [InlineData(128, HttpStatusCode.NoContent)]
    [InlineData(129, HttpStatusCode.UnprocessableEntity)]
    [InlineData(100_000, HttpStatusCode.UnprocessableEntity)]
    public async Task A_password_has_128_characters_at_most(int length, HttpStatusCode expected)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var token = await tenant.GetTokenAsync(account.Email);
        var password = string.Concat(Enumerable.Range(0, length).Select(i => (char)('a' + (i * i + i / 7) % 26)));

        Assert.Equal(expected, (await tenant.RedeemAsync(token, password)).Status);
    }

    [Fact, Trait("Behaviour", "AC-7")]
    public async Task The_account_itself_is_no_password()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var token = await tenant.GetTokenAsync(account.Email);

        var address = await tenant.RedeemAsync(token, "x" + account.Email.ToUpperInvariant());
        var name = await tenant.RedeemAsync(token, "my " + account.Name + "!");

        Assert.Equal("Choose a password that does not contain your e-mail address.", address.Body["errors"]!["newPassword"]![0]!.GetValue<string>());
        Assert.Equal("Choose a password that does not contain your name.", name.Body["errors"]!["newPassword"]![0]!.GetValue<string>());
    }

    [Theory, Trait("Behaviour", "AC-7")]
    [InlineData("short", "short", "Form.NewPassword", "Wählen Sie ein Passwort mit mindestens 10 Zeichen.")]
    [InlineData("", "", "Form.NewPassword", "Geben Sie ein Passwort ein.")]
    [InlineData(ResetSteps.NewPassword, "something Else entirely", "Repeated", "Die beiden Passwörter stimmen nicht überein.")]
    public async Task A_flaw_stands_at_its_field_in_the_readers_language_and_burns_no_link(string password, string repeated, string field, string sentence)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var browser = tenant.Browse("de");
        var path = await tenant.GetLinkAsync(account.Email);

        var page = await browser.SubmitAsync(await browser.GetAsync(path), "[name='Form.NewPassword']", ("Form.NewPassword", password), ("Repeated", repeated));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(sentence, page.ErrorAt(field));
        Assert.DoesNotContain(ResetSteps.NewPassword, page.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, (await tenant.RedeemAsync(ResetSteps.TokenOf(path))).Status);
    }

    [Theory, Trait("Behaviour", "MT-4")]
    [InlineData("en", "Set a new password at", "changed on")]
    [InlineData("de", "Neues Passwort bei", "geändert")]
    [InlineData("it", "Imposti una nuova password su", "cambiata")]
    [InlineData("es", "Establecer una nueva contraseña en", "se cambió")]
    public async Task Messages_are_in_the_accounts_language_whoever_asks(string language, string asked, string changed)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync(language: language);
        await tenant.Call(language: "en").PostAsync("/password-resets", new { email = account.Email });

        var reset = Assert.Single(await tenant.MessagesToAsync(account.Email));
        await tenant.RedeemAsync(ResetSteps.TokenOf(reset.Paths.Single()));
        var told = (await tenant.MessagesToAsync(account.Email))[^1];

        Assert.Equal((language, language), (reset.Language, told.Language));
        Assert.StartsWith(asked, reset.Subject, StringComparison.Ordinal);
        Assert.Contains(changed, told.Text, StringComparison.Ordinal);
        var url = $"http://{tenant.Host}{reset.Paths.Single()}";
        Assert.Contains(url, reset.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"{url}\"", reset.Html, StringComparison.Ordinal);
    }
}
