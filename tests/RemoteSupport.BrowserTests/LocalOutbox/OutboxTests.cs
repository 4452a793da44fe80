using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.LocalOutbox;

public sealed class OutboxTests
{
    [Theory, Trait("Behaviour", "DL-2"), Trait("Behaviour", "AC-6")]
    [InlineData(View.Wide)]
    [InlineData(View.Narrow)]
    public async Task A_newcomer_finds_the_reset_mail_in_the_outbox_and_follows_its_link(int width)
    {
        var tenant = await PortalNode.PseudoTenantAsync();
        var account = await tenant.AddPartnerUserAsync(language: "de");
        await using var person = await Person.ComeAsync(tenant, new View("de", width));
        await LookAsync(person);
        await person.GoAsync("/reset-password");
        await person.Page.FillAsync("#Form_Email", account.Email);
        await person.SubmitAsync();

        await LookAsync(person);
        await person.Page.Locator(".outbox-item").First.ClickAsync();
        await Expect(person.Page.Locator(".outbox-message h2")).ToBeVisibleAsync();
        Assert.Empty(await Inspection.AccessibilityAsync(person.Page));
        Assert.Empty(await Inspection.ShapeAsync(person.Page, "de"));
        await person.Page.GetByText("Nur Text").ClickAsync();
        var link = await person.Page.Locator(".mail-text a[href*='/reset-password/']").GetAttributeAsync("href");
        await person.GoAsync(new Uri(link!).AbsolutePath);

        Assert.Equal("Neues Passwort festlegen", await person.HeadingAsync());
        Assert.Empty(person.Complaints);
    }

    private static async Task LookAsync(Person person)
    {
        await person.GoAsync("/dev/outbox");
        Assert.Empty(await Inspection.AccessibilityAsync(person.Page));
        Assert.Empty(await Inspection.ShapeAsync(person.Page, "de"));
    }
}
