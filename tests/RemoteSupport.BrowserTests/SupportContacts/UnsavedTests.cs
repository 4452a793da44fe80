using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.SupportContacts;

/// <summary>Nothing typed is lost: by leaving, by a save elsewhere, without scripts (SC-3, SC-6).</summary>
public sealed class UnsavedTests
{
    [Fact, Trait("Behaviour", "SC-3")]
    public async Task Whoever_leaves_a_changed_list_is_asked_and_whoever_saves_is_not()
    {
        await using var desk = await Desk.OfPartnerAsync();
        var asked = 0;
        desk.Page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.DismissAsync();
        };
        await desk.PasteAsync("new@x.example");
        await Expect(desk.Chosen).ToHaveCountAsync(2);
        await desk.Page.Locator(".tabs a").First.ClickAsync();
        await Expect(desk.Chosen).ToHaveCountAsync(2);
        Assert.Equal(1, asked);
        await desk.SaveAsync();
        Assert.Equal((1, 2), (asked, (await desk.SavedAsync()).Count));
    }

    [Fact, Trait("Behaviour", "SC-6")]
    public async Task An_open_page_follows_a_save_elsewhere_at_once()
    {
        await using var desk = await Desk.OfOwnerAsync();
        await desk.SaveElsewhereAsync("theirs@x.example");
        await Expect(desk.Chosen).ToHaveTextAsync(["theirs@x.example"]);
    }

    [Fact, Trait("Behaviour", "SC-6")]
    public async Task Whoever_is_editing_is_told_and_chooses_between_both_versions()
    {
        await using var desk = await Desk.OfPartnerAsync();
        await desk.PasteAsync("mine@x.example");
        await Expect(desk.Chosen).ToHaveCountAsync(2);
        await desk.SaveElsewhereAsync("theirs@x.example");
        await Expect(desk.Page.Locator("[data-changed-elsewhere]")).ToBeVisibleAsync();
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "mine@x.example"]);

        await desk.SaveAsync();
        var versions = desk.Page.Locator("#both-versions .versions > div");
        await Expect(versions.First).ToContainTextAsync("theirs@x.example");
        await Expect(versions.Last).ToContainTextAsync("mine@x.example");
        Assert.Equal(["theirs@x.example"], await desk.SavedAsync());
        Assert.Empty(await Inspection.AccessibilityAsync(desk.Page));
        await desk.Person.SubmitAsync("#both-versions .versions > div:last-child button");
        Assert.Equal([Desk.First, "mine@x.example"], await desk.SavedAsync());
    }

    [Fact, Trait("Behaviour", "SC-6")]
    public async Task The_version_that_is_nowhere_saved_is_not_left_by_accident_but_given_up_by_its_button()
    {
        await using var desk = await Desk.OfPartnerAsync();
        await desk.PasteAsync("mine@x.example");
        await Expect(desk.Chosen).ToHaveCountAsync(2);
        await desk.SaveElsewhereAsync("theirs@x.example");
        await desk.SaveAsync();
        var asked = 0;
        desk.Page.Dialog += async (_, dialog) =>
        {
            asked++;
            await dialog.DismissAsync();
        };
        await desk.Page.Locator(".tabs a").First.ClickAsync();
        await Expect(desk.Page.Locator("#both-versions")).ToBeVisibleAsync();
        Assert.Equal(1, asked);
        await desk.Person.SubmitAsync("#both-versions form button");
        await Expect(desk.Chosen).ToHaveTextAsync(["theirs@x.example"]);
        Assert.Equal(1, asked);
    }

    [Fact, Trait("Behaviour", "SC-3"), Trait("Behaviour", "SC-5")]
    public async Task Without_scripts_the_same_is_done_by_ticks_and_buttons()
    {
        await using var desk = await Desk.OfPartnerAsync(new View { Scripts = false });
        await desk.Box.FillAsync("anna");
        await desk.Person.ArriveAsync(() => desk.Box.PressAsync("Enter"));
        await desk.Person.ArriveAsync(() => desk.Page.Locator(".contacts-found button").First.ClickAsync());
        await desk.Box.FillAsync("typed@x.example, nobody@");
        await desk.Person.ArriveAsync(() => desk.Box.PressAsync("Enter"));
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "Anna Able", "typed@x.example"]);
        await Expect(desk.Error).ToHaveTextAsync("Contains an invalid email");
        await desk.Box.FillAsync("");
        await desk.Page.Locator("[name=Contacts]").First.UncheckAsync();
        await desk.SaveAsync();
        Assert.Equal(["Anna Able", "typed@x.example"], await desk.SavedAsync());
    }
}
