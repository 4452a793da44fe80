using Microsoft.Playwright;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>The machine's own Chromium with a camera and a microphone that are made up; started once a run.</summary>
internal static class ToolsBrowser
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--enable-features=CDPScreenshotNewSurface,RenderDocument:level/crashed-frame",
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required",
        // Both browsers are on this machine: without it they would not find one another where there is no other network.
        "--allow-loopback-in-peer-connection", "--disable-features=WebRtcHideLocalIpsWithMdns",
    ];

    private static readonly Lazy<Task<IBrowser>> Common = new(StartAsync);

    public static Task<IBrowser> CommonAsync() => Common.Value;

    private static async Task<IBrowser> StartAsync()
    {
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Flags });
    }
}
