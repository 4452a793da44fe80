using Microsoft.Playwright;

namespace RemoteSupport.BrowserTests.Hosting;

/// <summary>The machine's own Chromium without a window's parts, which cost time; started once a run, it ends with the run.</summary>
internal static class Chromium
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // Without it a page that is closed while a navigation commits may never be closed, and its test waits for ever (microsoft/playwright#42068). The first is
        // Playwright's own, which this switch replaces.
        "--enable-features=CDPScreenshotNewSurface,RenderDocument:level/crashed-frame",
    ];

    private static readonly Lazy<Task<IBrowser>> Common = new(() => StartAsync(Flags));

    public static Task<IBrowser> CommonAsync() => Common.Value;

    /// <summary>Starts one with these flags; what tests expect of its pages is waited for as long as everything else.</summary>
    public static async Task<IBrowser> StartAsync(IEnumerable<string> flags)
    {
        Assertions.SetDefaultExpectTimeout((float)Person.Patience.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium-headless-shell", Headless = true, Args = flags });
    }
}
