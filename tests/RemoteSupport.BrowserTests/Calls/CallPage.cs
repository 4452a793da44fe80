using Microsoft.Playwright;
using RemoteSupport.Tests.Calls;
using RemoteSupport.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>One side's page of a call.</summary>
internal sealed class CallPage(TestTenant tenant, IPage page)
{
    /// <summary>Below it: where a part of the picture (0…1) is on the screen, and the overlay's colour there.</summary>
    private const string Frame =
        """
        const video = document.querySelector('[data-stage] > video'), canvas = document.querySelector('[data-stage] > canvas');
        const frame = video.getBoundingClientRect(), place = canvas.getBoundingClientRect();
        const at = { x: frame.x + right * frame.width, y: frame.y + down * frame.height };
        """;

    public IPage Page => page;

    public ILocator Chat => page.Locator("[data-chat-log]");

    public ILocator Viewer => page.Locator("[data-viewer]");

    public ILocator RecordingMark => page.Locator("[data-recorded]");

    public Task<IResponse?> GoAsync(string path) => page.GotoAsync($"http://{tenant.Host}:{tenant.Node.Port}{path}");

    /// <summary>As the link has made this browser the guest's.</summary>
    public Task BecomeAsync(Guest guest) => page.Context.AddCookiesAsync(
        [.. guest.Browser.Cookies.Where(cookie => cookie.Key.StartsWith("__Host-guest", StringComparison.Ordinal)).Select(cookie => new Cookie { Name = cookie.Key, Value = cookie.Value, Url = $"https://{tenant.Host}/", Secure = true, HttpOnly = true })]);

    public async Task SignInAsync(TestAccount account)
    {
        await GoAsync("/sign-in");
        await page.FillAsync("#Form_Email", account.Email);
        await page.FillAsync("#Form_Password", TestTenant.Password);
        await page.Locator("main form:not(.languages) button:not([type=button])").First.ClickAsync();
        await page.WaitForURLAsync($"http://{tenant.Host}:{tenant.Node.Port}/");
    }

    public Task IsInAsync(string phase) => Expect(page.Locator("[data-room]")).ToHaveAttributeAsync("data-phase", phase);

    /// <summary>In the call, and the picture has frames.</summary>
    public async Task IsConnectedAsync()
    {
        await IsInAsync("in_call");
        await Expect(page.Locator("[data-room]")).ToHaveAttributeAsync("data-line", "connected", new() { Timeout = 90_000 });
        await page.WaitForFunctionAsync("() => document.querySelector('[data-stage] > video').getVideoPlaybackQuality().totalVideoFrames > 5");
    }

    /// <summary>Further frames of the picture come.</summary>
    public Task MovesAsync() => page.EvaluateAsync(
        """
        () => new Promise((done, failed) => {
          const video = document.querySelector('[data-stage] > video');
          setTimeout(() => failed(new Error('The picture stands still.')), 20_000);
          let left = 5;
          const next = () => (left-- > 0 ? video.requestVideoFrameCallback(next) : done());
          next();
        })
        """);

    /// <summary>The other side's voice comes.</summary>
    public Task HearsAsync() => page.WaitForFunctionAsync("() => document.querySelector('[data-remote-sound]').srcObject?.getAudioTracks().some(track => !track.muted && track.readyState === 'live')");

    /// <summary>The same page in another tab of this browser.</summary>
    public async Task<CallPage> OpenTabAsync()
    {
        var tab = await page.Context.NewPageAsync();
        await tab.GotoAsync(page.Url);
        return new CallPage(tenant, tab);
    }

    /// <summary>Draws from one place of the picture to another one.</summary>
    public async Task DrawAsync(string tool, (double X, double Y) from, (double X, double Y) to)
    {
        if (await page.Locator("[data-tools-open][aria-expanded=false]").IsVisibleAsync()) await page.Locator("[data-tools-open]").ClickAsync();
        var button = page.Locator($"[data-tool={tool}]");
        if (await button.GetAttributeAsync("aria-pressed") == "false") await button.ClickAsync();
        var (start, end) = (await OnScreenAsync(from), await OnScreenAsync(to));
        await page.Mouse.MoveAsync(start.X, start.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(end.X, end.Y, new() { Steps = 6 });
        await page.Mouse.UpAsync();
    }

    /// <summary>Waits until this colour stands over that place of the picture; null for nothing.</summary>
    public Task ShowsAsync((double X, double Y) spot, Rgb? colour) => page.WaitForFunctionAsync(
        $$"""
        ([right, down, wanted]) => {
          {{Frame}}
          const scale = canvas.width / place.width;
          // On a phone a line is three pixels wide, and its edge is no whole pixel: one beside it counts, too.
          const { data } = canvas.getContext('2d').getImageData(Math.round((at.x - place.x) * scale) - 1, Math.round((at.y - place.y) * scale) - 1, 3, 3);
          const pixels = Array.from({ length: 9 }, (_, index) => data.slice(4 * index, 4 * index + 4));
          return wanted ? pixels.some(pixel => pixel[3] > 240 && wanted.every((part, index) => Math.abs(part - pixel[index]) < 14)) : pixels.every(pixel => pixel[3] === 0);
        }
        """,
        new object?[] { spot.X, spot.Y, colour is { } one ? new[] { one.Red, one.Green, one.Blue } : null });

    private async Task<(float X, float Y)> OnScreenAsync((double X, double Y) spot)
    {
        var at = await page.EvaluateAsync<float[]>($"([right, down]) => {{ {Frame} return [at.x, at.y]; }}", new[] { spot.X, spot.Y });
        return (at[0], at[1]);
    }
}

/// <summary>A colour of the palette.</summary>
internal sealed record Rgb(int Red, int Green, int Blue)
{
    /// <summary>The host's first.</summary>
    public static readonly Rgb Vermilion = new(213, 94, 0);

    /// <summary>The guest's.</summary>
    public static readonly Rgb Sky = new(86, 180, 233);
}
