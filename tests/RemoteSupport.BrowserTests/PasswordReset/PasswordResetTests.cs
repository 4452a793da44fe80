using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.PasswordReset;

public sealed class PasswordResetTests
{
    private const string NewPassword = "walking a Blue elephant";

    [Fact, Trait("Behaviour", "AC-6"), Trait("Behaviour", "AC-11")]
    public async Task Locked_out_in_German_somebody_comes_back_in_by_the_link_that_a_scanner_opened_before()
    {
        var tenant = await PortalNode.TenantAsync();
        var account = await tenant.AddPartnerUserAsync(language: "de");
        await using var person = await Person.ComeAsync(tenant, new View("de"));
        for (var i = 1; i <= 5; i++) await person.TryToSignInAsync(account.Email, "not the password");
        await FollowAsync(person, "Passwort zurücksetzen");
        await person.Page.FillAsync("#Form_Email", account.Email);
        await person.SubmitAsync();
        Assert.Equal("Die E-Mail ist unterwegs", await person.HeadingAsync());

        var mail = Assert.Single(await tenant.MessagesToAsync(account.Email), message => message.Paths.Count > 0);
        Assert.Equal("de", mail.Language);
        await ScanAsync(tenant, mail.Paths[0]);
        await person.GoAsync(mail.Paths[0]);
        Assert.Equal("Neues Passwort festlegen", await person.HeadingAsync());
        await person.Page.FillAsync("#Form_NewPassword", NewPassword);
        await person.Page.FillAsync("#Repeated", NewPassword);
        await person.SubmitAsync();

        await Expect(person.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Ihr neues Passwort ist gespeichert.");
        await person.TryToSignInAsync(account.Email, NewPassword);
        Assert.Equal("/", person.Path);

        await using var late = await Person.ComeAsync(tenant, new View("de"));
        await late.GoAsync(mail.Paths[0]);
        Assert.Equal("Dieser Link wurde schon benutzt", await late.HeadingAsync());
    }

    private static Task FollowAsync(Person person, string link) =>
        person.ArriveAsync(() => person.Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());

    /// <summary>A mail server's scanner, and a preview of the link: without cookies, by GET and HEAD.</summary>
    private static async Task ScanAsync(TestTenant tenant, string path)
    {
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Get, HttpMethod.Get })
            (await tenant.Browse().SendOnceAsync(method, path)).EnsureSuccessStatusCode().Dispose();
    }
}
