using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;

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

    private static readonly Lazy<Task<IBrowser>> Common = new(() => Chromium.StartAsync(Flags));

    public static Task<IBrowser> CommonAsync() => Common.Value;

    /// <summary>A person's own browser with camera and microphone; what it complains about is kept. A script may change it before any page's own.</summary>
    public static async Task<CallPage> OpenAsync(TestTenant tenant, View view, List<string> complaints, string? script = null)
    {
        var context = await (await CommonAsync()).NewContextAsync(new()
        {
            ViewportSize = new() { Width = view.Width, Height = view.Height },
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["camera", "microphone"],
            ExtraHTTPHeaders = new Dictionary<string, string> { ["Accept-Language"] = view.Language, [TestClock.Header] = tenant.Now.ToString("O") },
        });
        // Two pictures are drawn, sent and recorded at once: a busy machine takes its time.
        context.SetDefaultTimeout(60_000);
        if (script is not null) await context.AddInitScriptAsync(script);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Console += (_, said) =>
        {
            if (said.Type == "error") complaints.Add($"{page.Url}: {said.Text} ({said.Location})");
        };
        return new CallPage(tenant, page);
    }
}
