using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.SignIn;

public sealed class SignInTests
{
    [Fact, Trait("Behaviour", "AC-9")]
    public async Task The_right_password_opens_the_portal_until_one_signs_out()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        var browser = tenant.Browse();

        var home = await browser.SignInAsync(account.Email);
        Assert.Equal((HttpStatusCode.OK, "/"), (home.Status, home.Path));
        Assert.Contains(account.Name, home.Heading, StringComparison.Ordinal);

        var session = browser.Cookies["__Host-session"];
        var left = await browser.SubmitAsync(home, "form[action*='SignOut']");
        Assert.Equal((HttpStatusCode.OK, "/sign-in", "Sign in"), (left.Status, left.Path, left.Heading));
        browser.Cookies["__Host-session"] = session;
        Assert.Equal("Sign in", (await browser.GetAsync("/")).Heading);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task The_session_cookie_is_the_hosts_alone_and_out_of_scripts_reach()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        var form = await browser.GetAsync("/sign-in");
        using var answer = await browser.SendOnceAsync(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent(Fields(form, (await tenant.AddPartnerUserAsync()).Email)));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("__Host-session=", StringComparison.Ordinal));
        foreach (var part in new[] { "path=/", "secure", "httponly", "samesite=lax" }) Assert.Contains("; " + part, cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact, Trait("Behaviour", "AC-7")]
    public async Task The_address_may_be_typed_in_any_case()
    {
        var tenant = await TestTenant.CreateAsync();
        var account = await tenant.AddPartnerUserAsync();
        Assert.StartsWith("Hello", (await tenant.Browse().SignInAsync(account.Email.ToUpperInvariant())).Heading, StringComparison.Ordinal);
    }

    [Theory, Trait("Behaviour", "AC-3")]
    [InlineData("invited")]
    [InlineData("deactivated")]
    public async Task Whoever_is_not_active_is_told_the_same_as_a_stranger(string status)
    {
        var tenant = await TestTenant.CreateAsync();
        var page = await tenant.Browse().SignInAsync((await tenant.AddPartnerUserAsync(status: status)).Email);
        Assert.Equal(HttpStatusCode.Unauthorized, page.Status);
        Assert.Contains("The e-mail address or the password is wrong.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_form_is_told_field_by_field()
    {
        var page = await (await TestTenant.CreateAsync()).Browse().SignInAsync("", "");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(("Enter your e-mail address.", "Enter your password."), (page.ErrorAt("Form.Email"), page.ErrorAt("Form.Password")));
    }

    [Fact]
    public async Task Whoever_is_signed_in_already_does_not_see_the_form_again()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        Assert.Equal("/", (await browser.GetAsync("/sign-in")).Path);
        Assert.Equal("/locked-accounts", (await browser.GetAsync("/sign-in?returnUrl=/locked-accounts")).Path);
    }

    [Theory]
    [InlineData("/locked-accounts?a=1", "/locked-accounts?a=1")]
    [InlineData("", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("\\\\evil.example", "/")]
    [InlineData("https://evil.example/", "/")]
    [InlineData("https:evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData(" //evil.example", "/")]
    [InlineData("~//evil.example", "/")]
    public async Task After_signing_in_one_goes_on_within_this_host_only(string returnUrl, string expected)
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        var form = await browser.GetAsync("/sign-in?returnUrl=" + Uri.EscapeDataString(returnUrl));
        var fields = Fields(form, (await tenant.AddPartnerUserAsync("admin")).Email);
        fields["ReturnUrl"] = returnUrl;
        using var answer = await browser.SendOnceAsync(HttpMethod.Post, "/sign-in", new FormUrlEncodedContent(fields));
        Assert.Equal((HttpStatusCode.Redirect, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Whoever_was_sent_to_sign_in_comes_back_to_where_they_wanted()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        var form = await browser.GetAsync("/locked-accounts");
        var page = await browser.SubmitAsync(form, "[name='Form.Password']", ("Form.Email", (await tenant.AddPartnerUserAsync("admin")).Email), ("Form.Password", TestTenant.Password));
        Assert.Equal("/locked-accounts", page.Path);
    }

    private static Dictionary<string, string> Fields(Page form, string email) => new()
    {
        ["Form.Email"] = email,
        ["Form.Password"] = TestTenant.Password,
        ["__RequestVerificationToken"] = form.Document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!,
    };
}
