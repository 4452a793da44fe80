using System.Text;
using System.Text.RegularExpressions;
using RemoteSupport.BrowserTests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>What both write and send beside the picture.</summary>
public sealed class ChatTests
{
    [Fact, Trait("Behaviour", "CA-6"), Trait("Behaviour", "CA-4")]
    public async Task Both_write_and_a_document_appears_on_the_other_screen_by_itself()
    {
        await using var call = await RunningCall.MeetAsync("es");
        await call.Host.Page.FillAsync("[data-chat-form] textarea", "Buenos días: https://example.org/manual");
        await call.Host.Page.PressAsync("[data-chat-form] textarea", "Enter");
        await Expect(call.Guest.Page.Locator("[data-unread]").First).ToHaveTextAsync("1");
        await call.Guest.Page.Locator("[data-do=open-chat]").First.ClickAsync();
        await Expect(call.Guest.Chat.Locator("a")).ToHaveAttributeAsync("href", "https://example.org/manual");
        await Expect(call.Guest.Page.Locator("[data-unread]").First).ToBeHiddenAsync();
        await call.Guest.Page.FillAsync("[data-chat-form] textarea", "Hola");
        await call.Guest.Page.Locator(".chat-send").ClickAsync();
        await Expect(call.Host.Chat).ToContainTextAsync("Hola");
        await call.Guest.Page.Locator("[data-do=close-chat]").ClickAsync();

        await call.Host.Page.SetInputFilesAsync("[data-file-field]", new Microsoft.Playwright.FilePayload { Name = "Guía.pdf", MimeType = "application/pdf", Buffer = Pdf() });
        await Expect(call.Guest.Viewer).ToBeVisibleAsync();
        await Expect(call.Guest.Viewer).ToContainTextAsync("Guía.pdf");
        var download = await call.Guest.Page.RunAndWaitForDownloadAsync(() => call.Guest.Page.Locator("[data-viewer-download]").ClickAsync());
        Assert.Equal("Guía.pdf", download.SuggestedFilename);
        Assert.Equal(Pdf(), await File.ReadAllBytesAsync(await download.PathAsync()));
        await Expect(call.Host.Viewer).ToBeHiddenAsync();
        Assert.Empty(await Inspection.AccessibilityAsync(call.Guest.Page));
        await call.Guest.Page.Locator("[data-viewer-close]").ClickAsync();
        await Expect(call.Guest.Viewer).ToBeHiddenAsync();
        Assert.Empty(await Inspection.AccessibilityAsync(call.Host.Page));

        // It lies in the host's library, and can be sent from there.
        await call.Host.Page.Locator("[data-library-open]").ClickAsync();
        await call.Host.Page.Locator("#library-documents").ClickAsync();
        await call.Host.Page.Locator(".library-item", new() { HasTextRegex = new Regex("Guía") }).ClickAsync();
        await Expect(call.Guest.Viewer).ToBeVisibleAsync();
        await Expect(call.Guest.Chat.Locator(".chat-media")).ToHaveCountAsync(2);
        Assert.Empty(call.Complaints);
    }

    private static byte[] Pdf() => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
}
