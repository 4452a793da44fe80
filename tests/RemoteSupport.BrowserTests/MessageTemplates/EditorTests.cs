using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.MessageTemplates;

/// <summary>An admin who knows no HTML changes a mail and an SMS, looks, tests, breaks it, and goes back to yesterday's (MT-1 to MT-3).</summary>
public sealed class EditorTests
{
    private const string Mail = "/settings/messages/access-requested/email?language=it";

    [Fact, Trait("Behaviour", "MT-1"), Trait("Behaviour", "MT-2"), Trait("Behaviour", "MT-3")]
    public async Task From_the_first_word_to_yesterdays_version()
    {
        var tenant = await PortalNode.TenantAsync();
        var admin = await tenant.AddPartnerUserAsync("admin");
        await using var person = await Person.ComeAsync(tenant);
        await person.SignInAsync(admin);
        var page = person.Page;

        // Words of the plain text, with a variable that is suggested; the HTML is made of it.
        await person.GoAsync(Mail);
        var text = Field(page, "Text");
        await text.FillAsync("Buongiorno, bussa ");
        await text.PressAsync("End");
        await page.Keyboard.TypeAsync("{{req");
        await page.Locator(".cm-tooltip-autocomplete li", new() { HasText = "requester" }).WaitForAsync();
        // So soon after it opened, the list takes Enter for what the writer meant before.
        await page.WaitForTimeoutAsync(200);
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync(".");
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.InsertTextAsync("\n\nDecida:\n{{ url }}");
        Assert.Equal("Buongiorno, bussa {{ requester }}.\n\nDecida:\n{{ url }}", await page.Locator("#Form_Text").InputValueAsync());
        await page.Locator("button[data-fill='#Form_Html']").ClickAsync();
        await Expect(Field(page, "Html")).ToContainTextAsync("Buongiorno, bussa {{ requester }}.");

        // As a phone shows it, and as it arrives in one's own mailbox.
        await page.Locator(".segment", new() { HasText = "Phone" }).ClickAsync();
        await Expect(page.FrameLocator("iframe:not([data-loading])").Locator("body")).ToContainTextAsync("Buongiorno, bussa Anna Berger.");
        Assert.InRange((await page.Locator(".template-stage iframe").Last.BoundingBoxAsync())!.Width, 300, 400);
        await page.Locator("button[data-answer='#test']").ClickAsync();
        await Expect(page.Locator("#test-result")).ToContainTextAsync(admin.Email);
        Assert.Contains("Buongiorno, bussa Anna Berger.", Assert.Single(await tenant.MessagesToAsync(admin.Email)).Text, StringComparison.Ordinal);
        await person.SubmitAsync("#template-form .form-end button");
        await Expect(page.Locator("#toasts")).ToContainTextAsync("The text is saved");

        // Broken on purpose: told where, while it is typed and when it is saved, and nothing is lost.
        await Field(page, "Html").FillAsync("<p>Prima riga</p>\n<p>{{ requestor }} {{ url }}</p>");
        await Expect(page.Locator("#faults-html")).ToContainTextAsync("Line 2, column 7");
        await Expect(page.Locator(".cm-lintRange-error")).ToHaveTextAsync("requestor");
        await person.SubmitAsync("#template-form .form-end button");
        await Expect(page.Locator("main [role=alert]")).ToContainTextAsync("Nothing is saved");
        await Expect(Field(page, "Html")).ToContainTextAsync("Prima riga");
        await page.Locator("#faults-html a").ClickAsync();
        Assert.Contains("cm-content", await person.FocusAsync(), StringComparison.Ordinal);

        // The keyboard is not caught: Tab leaves the field.
        await page.Keyboard.PressAsync("Tab");
        Assert.DoesNotContain("cm-content", await person.FocusAsync(), StringComparison.Ordinal);

        // Put right and saved; then yesterday's version comes back.
        await Field(page, "Html").FillAsync("<p>Seconda versione {{ url }}</p>");
        await Expect(page.Locator("#faults-html .field-error")).ToHaveCountAsync(0);
        await person.SubmitAsync("#template-form .form-end button");
        await person.GoAsync("/settings/messages/access-requested/email/versions?language=it");
        await person.SubmitAsync("button[aria-label='Restore version 1']");
        await Expect(Field(page, "Html")).ToContainTextAsync("Buongiorno, bussa");
        Assert.Empty(person.Complaints);
    }

    [Fact, Trait("Behaviour", "MT-2")]
    public async Task The_character_that_makes_an_sms_dearer_is_named_while_it_is_typed()
    {
        var tenant = await PortalNode.TenantAsync();
        await using var person = await Person.ComeAsync(tenant, new View(Width: View.Narrow));
        await person.SignInAsync(await tenant.AddPartnerUserAsync("admin"));
        await person.GoAsync("/settings/messages/invitation/sms?language=it");
        await Field(person.Page, "Text").FillAsync("Ça va? {{ url }}");
        await Expect(person.Page.Locator("#sms-facts")).Not.ToContainTextAsync("is not in the SMS alphabet");
        await Field(person.Page, "Text").FillAsync("Garçon {{ url }}");
        await Expect(person.Page.Locator("#sms-facts")).ToContainTextAsync("“ç” is not in the SMS alphabet");
        await Expect(person.Page.FrameLocator("iframe:not([data-loading])").Locator("p")).ToContainTextAsync("Garçon http");
        await person.SubmitAsync("#template-form .form-end button");
        await Expect(person.Page.Locator("#toasts")).ToContainTextAsync("The text is saved");
        Assert.Empty(person.Complaints);
    }

    private static ILocator Field(IPage page, string part) => page.Locator($"#Form_{part} + .cm-editor .cm-content");
}
