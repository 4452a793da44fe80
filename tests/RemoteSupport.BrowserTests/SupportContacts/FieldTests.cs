using System.Globalization;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.SupportContacts;

/// <summary>The whole of the field, by hand, in each language (SC-2 to SC-5).</summary>
public sealed class FieldTests
{
    public static TheoryData<string> Languages => new("en", "it", "es", "de");

    [Theory, MemberData(nameof(Languages)), Trait("Behaviour", "SC-2"), Trait("Behaviour", "SC-3"), Trait("Behaviour", "SC-5")]
    public async Task A_partner_user_finds_types_pastes_removes_and_saves(string language)
    {
        var words = FieldWords.In(language);
        await using var desk = await Desk.OfPartnerAsync(new View(language));
        await Expect(desk.Page.Locator("label[for=ContactsTyped]")).ToHaveTextAsync(words.Label);

        // Letters find names, accents or not; a click adds one, and it is found no more.
        await desk.Box.PressSequentiallyAsync("sus");
        await Expect(desk.Options).ToHaveTextAsync(["Susanna Süß"]);
        await desk.Options.First.ClickAsync();
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "Susanna Süß"]);
        await Expect(desk.Said).ToHaveTextAsync(Say(words.Added, "Susanna Süß"));
        await Expect(desk.Box).ToHaveValueAsync("");
        await Expect(desk.Box).ToBeFocusedAsync();
        await desk.Box.PressSequentiallyAsync("anna");
        await Expect(desk.Options).ToHaveTextAsync(["Anna Able", "Ugo Anna"]);
        await desk.Box.FillAsync("");

        // An address by ENTER; what is none stays under the message until it is mended.
        await desk.Box.FillAsync("typed@nord");
        await desk.Box.PressAsync("Enter");
        await Expect(desk.Error).ToHaveTextAsync(words.Invalid);
        await Expect(desk.Box).ToHaveAttributeAsync("aria-invalid", "true");
        await desk.Box.PressSequentiallyAsync(".example");
        await Expect(desk.Error).ToBeHiddenAsync();
        await desk.Box.PressAsync("Enter");
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "Susanna Süß", "typed@nord.example"]);

        // A pasted list: the good ones become chips, once each, a chosen partner user's address none; Save is refused while the bad one is there.
        await desk.PasteAsync("one@x.example; TWO@x.example\ntyped@NORD.example, susi@nord.example nobody@");
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "Susanna Süß", "typed@nord.example", "one@x.example", "TWO@x.example"]);
        await Expect(desk.Box).ToHaveValueAsync("nobody@");
        await desk.SaveAsync();
        await Expect(desk.Error).ToHaveTextAsync(words.Invalid);
        await Expect(desk.Box).ToHaveValueAsync("nobody@");
        Assert.Equal([Desk.First], await desk.SavedAsync());

        // X removes; nothing took effect so far.
        await desk.Box.FillAsync("");
        await desk.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = Say(words.Remove, Desk.First), Exact = true }).ClickAsync();
        await Expect(desk.Said).ToHaveTextAsync(Say(words.Removed, Desk.First));
        await Expect(desk.Chosen).ToHaveCountAsync(4);
        Assert.Equal([Desk.First], await desk.SavedAsync());
        await desk.SaveAsync();
        await Expect(desk.Page.Locator(".toasts")).ToContainTextAsync(words.Saved);
        Assert.Equal(["Susanna Süß", "typed@nord.example", "one@x.example", "TWO@x.example"], await desk.SavedAsync());

        // The last one cannot go.
        for (var left = 4; left > 0; left--) await desk.Page.Locator(".contact-remove").First.ClickAsync();
        await desk.SaveAsync();
        await Expect(desk.Error).ToHaveTextAsync(words.Required);
        Assert.Equal(4, (await desk.SavedAsync()).Count);
        Assert.True(desk.Person.Complaints.Count == 0, string.Join('\n', desk.Person.Complaints));
    }

    [Theory, MemberData(nameof(Languages)), Trait("Behaviour", "SC-4")]
    public async Task An_administrator_types_adds_removes_and_saves_by_the_icon(string language)
    {
        var words = FieldWords.In(language);
        await using var desk = await Desk.OfOwnerAsync(new View(language));
        var found = desk.Page.Locator(".contacts-found > li");

        await desk.Box.PressSequentiallyAsync("anna@nord");
        await Expect(desk.Page.Locator(".contacts-results p")).ToBeVisibleAsync();
        await desk.Box.PressSequentiallyAsync(".example");
        await Expect(found).ToHaveCountAsync(1);
        await Expect(found.Locator("button")).ToHaveTextAsync(words.Add);
        await found.Locator("button").ClickAsync();
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "anna@nord.example"]);
        await Expect(desk.Box).ToHaveValueAsync("");
        await Expect(found).ToHaveCountAsync(0);
        await desk.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = Say(words.Remove, Desk.First), Exact = true }).ClickAsync();

        var save = desk.Page.Locator("#contacts-form .form-end button");
        await Expect(save).ToHaveAccessibleNameAsync(words.Save);
        await Expect(save).ToHaveTextAsync("");
        await desk.SaveAsync();
        Assert.Equal(["anna@nord.example"], await desk.SavedAsync());

        await desk.Box.PressSequentiallyAsync("first");
        await Expect(found).ToContainTextAsync([Desk.First]);
        Assert.True(desk.Person.Complaints.Count == 0, string.Join('\n', desk.Person.Complaints));
    }

    private static string Say(string sentence, string name) => string.Format(CultureInfo.InvariantCulture, sentence, name);
}
