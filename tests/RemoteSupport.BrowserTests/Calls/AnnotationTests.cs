using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>Drawing on the guest's picture, by a supporter at a desk and a guest with a phone.</summary>
public sealed class AnnotationTests
{
    [Fact, Trait("Behaviour", "CA-2"), Trait("Behaviour", "CA-6")]
    public async Task A_mark_stands_at_the_same_spot_of_the_picture_on_a_phone_and_on_a_desktop_also_frozen()
    {
        await using var call = await RunningCall.MeetAsync();
        var both = new[] { call.Host, call.Guest };
        await call.Host.DrawAsync("arrow", (0.25, 0.3), (0.75, 0.6));
        await call.Guest.DrawAsync("rectangle", (0.2, 0.7), (0.6, 0.9));
        foreach (var page in both)
        {
            await page.ShowsAsync((0.5, 0.45), Rgb.Vermilion);
            await page.ShowsAsync((0.4, 0.7), Rgb.Sky);
            await page.ShowsAsync((0.2, 0.8), Rgb.Sky);
            await page.ShowsAsync((0.4, 0.8), null);
        }

        await call.Host.Page.Locator("[data-freeze]").ClickAsync();
        await Expect(call.Guest.Page.Locator("[data-thaw]")).ToBeVisibleAsync();
        foreach (var page in both) await page.ShowsAsync((0.5, 0.45), Rgb.Vermilion);
        await call.Guest.Page.Locator("[data-thaw]").ClickAsync();
        await Expect(call.Host.Page.Locator("[data-thaw]")).ToBeHiddenAsync();
        await call.Host.Page.Locator("[data-marks=undo]").ClickAsync();
        foreach (var page in both)
        {
            await page.ShowsAsync((0.5, 0.45), null);
            await page.ShowsAsync((0.4, 0.7), Rgb.Sky);
        }

        Assert.Empty(call.Complaints);
    }

    [Fact, Trait("Behaviour", "CA-6"), Trait("Behaviour", "CA-2"), Trait("Behaviour", "ML-1")]
    public async Task A_snapshot_keeps_the_marks_and_is_in_the_chat_and_in_the_library()
    {
        await using var call = await RunningCall.MeetAsync("de");
        await call.Host.DrawAsync("rectangle", (0.25, 0.25), (0.75, 0.75));
        await call.Guest.ShowsAsync((0.5, 0.25), Rgb.Vermilion);
        await call.Host.Page.Locator("[data-snapshot]").ClickAsync();
        await Expect(call.Host.Chat.Locator(".chat-media")).ToContainTextAsync("Schnappschuss");
        await Expect(call.Guest.Chat.Locator(".chat-media")).ToContainTextAsync("Schnappschuss");

        var media = await call.Tenant.SingleAsync<Guid>("select media_id from call_entries where kind = 'snapshot'");
        var seen = await call.Host.Page.EvaluateAsync<int[]>(
            """
            async address => {
              const picture = await createImageBitmap(await (await fetch(address)).blob());
              const brush = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height }).getContext('2d');
              brush.drawImage(picture, 0, 0);
              return [picture.width, ...brush.getImageData(picture.width / 2, Math.round(picture.height / 4), 1, 1).data];
            }
            """,
            $"/media/{media}/content");
        Assert.True(seen[0] >= 640, $"It is {seen[0]} pixels wide.");
        Assert.True(Math.Abs(seen[1] - 213) < 40 && Math.Abs(seen[2] - 94) < 40 && seen[3] < 60, $"The mark is missing: {string.Join(", ", seen)}");
        // The viewer stays closed: nobody sent anything to the other one.
        await Expect(call.Guest.Viewer).ToBeHiddenAsync();
        Assert.Empty(call.Complaints);
    }
}
