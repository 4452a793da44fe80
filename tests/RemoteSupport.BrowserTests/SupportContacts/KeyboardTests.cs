using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.SupportContacts;

/// <summary>The combobox as its pattern says (WAI-ARIA 1.2), for hands, eyes and ears.</summary>
[Trait("Behaviour", "SC-3")]
public sealed class KeyboardTests
{
    [Fact]
    public async Task Arrows_move_through_the_options_while_the_focus_stays_in_the_box()
    {
        await using var desk = await Desk.OfPartnerAsync();
        var box = desk.Page.GetByRole(AriaRole.Combobox, new() { Name = "Support Contacts" });
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await box.PressSequentiallyAsync("anna");
        await Expect(desk.Options).ToHaveTextAsync(["Anna Able", "Ugo Anna", "Susanna Süß"]);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(desk.Active).ToHaveCountAsync(0);
        await Expect(desk.Said).ToHaveTextAsync("3 results");

        foreach (var (key, active) in new[] { ("ArrowDown", "Anna Able"), ("ArrowDown", "Ugo Anna"), ("ArrowUp", "Anna Able"), ("ArrowUp", "Susanna Süß"), ("ArrowDown", "Anna Able"), ("End", "Susanna Süß"), ("Home", "Anna Able") })
        {
            await box.PressAsync(key);
            await Expect(desk.Active).ToHaveTextAsync([active]);
            Assert.Equal(await box.GetAttributeAsync("aria-activedescendant"), await desk.Page.Locator("#contacts-options [aria-selected=true]").GetAttributeAsync("id"));
            await Expect(box).ToBeFocusedAsync();
        }

        await box.PressAsync("Escape");
        await Expect(desk.Page.Locator("#contacts-options")).ToBeHiddenAsync();
        await Expect(box).ToHaveValueAsync("anna");
        await box.PressAsync("ArrowDown");
        await Expect(desk.Active).ToHaveTextAsync(["Anna Able"]);
        await box.PressAsync("Enter");
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "Anna Able"]);
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Null(await box.GetAttributeAsync("aria-activedescendant"));
    }

    [Fact]
    public async Task Without_an_active_option_home_and_end_move_in_the_text()
    {
        await using var desk = await Desk.OfPartnerAsync();
        await desk.Box.PressSequentiallyAsync("nna");
        await Expect(desk.Options).ToHaveCountAsync(3);
        await desk.Box.PressAsync("Home");
        await desk.Box.PressSequentiallyAsync("a");
        await Expect(desk.Box).ToHaveValueAsync("anna");
    }

    [Fact]
    public async Task Backspace_in_the_empty_box_goes_to_the_last_one_and_removes_it_when_pressed_again()
    {
        await using var desk = await Desk.OfPartnerAsync();
        await desk.PasteAsync("second@x.example third@x.example");
        await Expect(desk.Chosen).ToHaveCountAsync(3);
        await desk.Box.PressAsync("Backspace");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove third@x.example" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove second@x.example" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Delete");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove third@x.example" })).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(desk.Box).ToBeFocusedAsync();
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "third@x.example"]);
    }

    [Fact]
    public async Task Enter_in_the_empty_box_sends_nothing_and_a_comma_ends_an_address()
    {
        await using var desk = await Desk.OfPartnerAsync();
        await desk.Box.PressAsync("Enter");
        await desk.Box.PressSequentiallyAsync("one@x.example,two@x.example;");
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "one@x.example", "two@x.example"]);
        Assert.Equal([Desk.First], await desk.SavedAsync());
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task Whoever_types_faster_than_the_answers_come_loses_nothing()
    {
        await using var desk = await Desk.OfPartnerAsync();
        var slow = new TaskCompletionSource();
        await desk.Page.RouteAsync("**/support-contact-choices", async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });
        await desk.Box.PressSequentiallyAsync("one@x.example,two@x.example;nobody@,thr");
        await Expect(desk.Chosen).ToHaveCountAsync(1);
        slow.SetResult();
        await Expect(desk.Chosen).ToHaveTextAsync([Desk.First, "one@x.example", "two@x.example"]);
        await Expect(desk.Error).ToBeVisibleAsync();
        await Expect(desk.Box).ToHaveValueAsync("nobody@, thr");
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task Whoever_saves_before_the_answer_is_there_saves_what_was_typed()
    {
        await using var desk = await Desk.OfPartnerAsync();
        await desk.Page.RouteAsync("**/support-contact-choices", _ => Task.CompletedTask);
        await desk.Box.FillAsync("quick@x.example");
        await desk.Box.PressAsync("Enter");
        await desk.SaveAsync();
        Assert.Equal([Desk.First, "quick@x.example"], await desk.SavedAsync());
    }

    [Fact]
    public async Task An_answer_to_older_letters_is_dropped()
    {
        await using var desk = await Desk.OfPartnerAsync();
        var slow = new TaskCompletionSource();
        await desk.Page.RouteAsync("**/support-contact-choices", async route =>
        {
            if (route.Request.PostData!.Contains("ContactsTyped=ann&", StringComparison.Ordinal)) await slow.Task;
            await route.ContinueAsync();
        });
        var asked = desk.Page.WaitForRequestAsync("**/support-contact-choices");
        await desk.Box.FillAsync("ann");
        await asked;
        await desk.Box.FillAsync("ugo");
        await Expect(desk.Options).ToHaveTextAsync(["Ugo Anna"]);
        slow.SetResult();
        await desk.Box.PressAsync("ArrowDown");
        await Expect(desk.Active).ToHaveTextAsync(["Ugo Anna"]);
    }

    [Theory]
    [InlineData(View.Wide, ColorScheme.Light)]
    [InlineData(View.Narrow, ColorScheme.Dark)]
    public async Task With_options_and_an_error_it_is_accessible_and_fits(int width, ColorScheme theme)
    {
        await using var desk = await Desk.OfPartnerAsync(new View("de", width, theme));
        await desk.PasteAsync("eine.sehr.lange.adresse.mit.vielen.worten@einesehrlangedomainmitvielenworten.example, nichts@");
        await Expect(desk.Error).ToBeVisibleAsync();
        Assert.Empty(await Inspection.AccessibilityAsync(desk.Page));
        await desk.Box.FillAsync("");
        await desk.Box.PressSequentiallyAsync("anna");
        await Expect(desk.Options).ToHaveCountAsync(3);
        await desk.Box.PressAsync("ArrowDown");
        Assert.Empty(await Inspection.AccessibilityAsync(desk.Page));
        Assert.Empty(await Inspection.ShapeAsync(desk.Page, "de"));
        if (width == View.Wide) return;
        foreach (var target in await desk.Page.Locator(".contact-remove, #contacts-options [role=option], #ContactsTyped").AllAsync())
        {
            var size = (await target.BoundingBoxAsync())!;
            Assert.True(size is { Width: >= 44, Height: >= 44 }, $"{size.Width} × {size.Height}");
        }
    }
}
