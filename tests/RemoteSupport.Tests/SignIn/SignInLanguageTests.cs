using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.SignIn;

/// <summary>The door speaks the visitor's language before it knows them (AC-3, AC-12).</summary>
public sealed class SignInLanguageTests
{
    [Theory, Trait("Behaviour", "AC-12")]
    [InlineData("en", "The e-mail address or the password is wrong.")]
    [InlineData("it", "L'indirizzo e-mail o la password non sono corretti.")]
    [InlineData("es", "El correo electrónico o la contraseña no son correctos.")]
    [InlineData("de", "Die E-Mail-Adresse oder das Passwort ist falsch.")]
    public async Task A_wrong_password_is_told_in_the_visitors_language(string language, string sentence)
    {
        var tenant = await TestTenant.CreateAsync();
        var page = await tenant.Browse(language).SignInAsync((await tenant.AddPartnerUserAsync()).Email, "not the password");
        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Contains(sentence, page.Text, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "AC-3")]
    [InlineData("en", "This account is locked", "It opens 15 minutes after the last attempt, on 10 Mar 2026, 10:15 (Europe/Rome).")]
    [InlineData("it", "Questo account è bloccato", "10:15 (Europe/Rome)")]
    [InlineData("es", "Esta cuenta está bloqueada", "10:15 (Europe/Rome)")]
    [InlineData("de", "Dieses Konto ist gesperrt", "10:15 (Europe/Rome)")]
    public async Task The_locked_page_says_when_it_opens_with_the_time_zone_named(string language, string heading, string when)
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        for (var i = 0; i < 5; i++) await tenant.Call().TrySignInAsync(account.Email, "not the password");

        var page = await tenant.Browse(language).SignInAsync(account.Email);
        Assert.Equal((HttpStatusCode.Locked, heading), (page.Status, page.Heading));
        Assert.Contains(when, page.Text, StringComparison.Ordinal);
        Assert.Equal("900", page.Document.QuerySelector("[data-countdown]")?.GetAttribute("data-seconds-left"));
        Assert.Equal(900, page.Headers.RetryAfter?.Delta?.TotalSeconds);
    }

    [Theory, Trait("Behaviour", "AC-12")]
    [InlineData("de-AT, de;q=0.9, en;q=0.8", "de")]
    [InlineData("fr, es;q=0.5", "es")]
    [InlineData("fr", "it")]
    [InlineData("*", "it")]
    [InlineData("", "it")]
    [InlineData("xx;q=nonsense,,;", "it")]
    public async Task The_browsers_preference_decides_then_the_tenants_default(string accepted, string expected)
    {
        var tenant = await TestTenant.CreateAsync(language: "it");
        var page = await tenant.Browse(accepted).GetAsync("/sign-in");
        Assert.Equal(expected, page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task A_language_chosen_before_sign_in_is_kept()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        var page = await browser.SubmitAsync(await browser.GetAsync("/sign-in?returnUrl=/locked-accounts"), "button[name='language'][value='de']");
        Assert.Equal(("/sign-in?returnUrl=/locked-accounts", "Anmelden"), (page.Path, page.Heading));
        Assert.Equal("Anmelden", (await browser.GetAsync("/sign-in")).Heading);
    }

    [Theory, Trait("Behaviour", "AC-12")]
    [InlineData("fr", "/sign-in", "/sign-in")]
    [InlineData("de", "//evil.example", "/sign-in")]
    [InlineData("de", "https://evil.example", "/sign-in")]
    public async Task The_language_switch_takes_no_foreign_language_and_leads_nowhere_else(string language, string returnUrl, string path)
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        var page = await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "form[action='/language']", ("language", language), ("returnUrl", returnUrl));
        Assert.Equal((HttpStatusCode.OK, path, language == "fr" ? "en" : language), (page.Status, page.Path, page.Document.DocumentElement.GetAttribute("lang")));
    }

    [Fact, Trait("Behaviour", "AC-12")]
    public async Task The_signed_in_persons_own_language_goes_before_the_browsers()
    {
        var tenant = await TestTenant.CreateAsync();
        var home = await tenant.Browse("en").SignInAsync((await tenant.AddPartnerUserAsync(language: "de")).Email);
        Assert.Equal("de", home.Document.DocumentElement.GetAttribute("lang"));
    }
}
