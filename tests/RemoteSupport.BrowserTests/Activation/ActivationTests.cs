using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Activation;

public sealed class ActivationTests
{
    private const string Password = "walking a Blue elephant";

    [Fact, Trait("Behaviour", "OR-2"), Trait("Behaviour", "AC-12")]
    public async Task An_invited_owner_activates_the_account_in_Italian_and_signs_in()
    {
        var tenant = await PortalNode.TenantAsync();
        var owner = await tenant.AddMemberAsync(await tenant.AddOrganizationAsync(language: "it"), "owner", "invited", "it");
        var path = await Invitation.SendAsync(tenant, owner);
        await using var person = await Person.ComeAsync(tenant, new View("it", View.Narrow));

        await person.GoAsync(path);
        Assert.Equal($"Le diamo il benvenuto, {owner.Name}", await person.HeadingAsync());
        await person.Page.FillAsync("#Form_Password", Password);
        await person.Page.FillAsync("#Repeated", Password + " ");
        await person.SubmitAsync();
        await Expect(person.Page.Locator("main [role=alert]")).ToBeFocusedAsync();
        await Expect(person.Page.Locator("#Repeated")).ToHaveAttributeAsync("aria-invalid", "true");

        await person.Page.FillAsync("#Form_Password", Password);
        await person.Page.FillAsync("#Repeated", Password);
        await person.SubmitAsync();
        await Expect(person.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Il Suo account è attivo.");
        await person.TryToSignInAsync(owner.Email, Password);

        Assert.Equal("/", person.Path);
        Assert.Equal("it", await person.Page.Locator("html").GetAttributeAsync("lang"));
    }
}
