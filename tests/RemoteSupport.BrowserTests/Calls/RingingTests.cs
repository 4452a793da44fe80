using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Calls;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>A guest rings, and two tabs at two nodes show it by themselves; nothing that was typed is lost (IN-5).</summary>
public sealed class RingingTests
{
    [Fact, Trait("Behaviour", "IN-5")]
    public async Task It_rings_in_every_tab_is_silenced_in_all_and_stops_when_it_was_answered_elsewhere()
    {
        var tenant = await PortalNode.TenantAsync();
        await using var other = await PortalNode.StartAsync();
        var inviter = await tenant.AddPartnerUserAsync(language: "de");
        await using var person = await Person.ComeAsync(tenant, new View("de"));
        await person.SignInAsync(inviter);
        await using var tab = await person.OpenTabAsync(other);
        await tab.GoAsync("/calls");
        await person.GoAsync("/profile");
        await person.Page.FillAsync("#Form_Name", "Halb getippt");

        var guest = await Guest.InvitedByAsync(tenant, inviter, invitee: "Bäckerei Kühn");
        var call = await guest.RingAsync();
        foreach (var one in new[] { person, tab })
        {
            await Expect(one.Page.Locator("#ringing")).ToContainTextAsync("Bäckerei Kühn ruft an");
            await Expect(one.Page).ToHaveTitleAsync("Bäckerei Kühn ruft an");
        }

        await Expect(tab.Page.Locator("#calls tbody")).ToContainTextAsync("Klingelt");
        await person.Page.Locator("#ringing form[action*=Quiet] button").ClickAsync();
        foreach (var one in new[] { person, tab })
        {
            await Expect(one.Page.Locator("#ringing form[action*=Quiet]")).ToHaveCountAsync(0);
            await Expect(one.Page).Not.ToHaveTitleAsync("Bäckerei Kühn ruft an");
        }

        Assert.Equal("Halb getippt", await person.Page.InputValueAsync("#Form_Name"));
        await (await tenant.Call().SignInAsync(inviter.Email)).PostAsync($"/calls/{call}/answer");
        foreach (var one in new[] { person, tab }) await Expect(one.Page.Locator("#ringing section")).ToHaveCountAsync(0);
        await Expect(tab.Page.Locator("#calls tbody")).ToContainTextAsync("Im Gespräch");
        Assert.Empty(person.Complaints);
        Assert.Empty(tab.Complaints);
    }
}
