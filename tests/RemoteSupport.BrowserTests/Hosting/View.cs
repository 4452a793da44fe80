using Microsoft.Playwright;

namespace RemoteSupport.BrowserTests.Hosting;

/// <summary>How somebody looks at the portal: the browser's language, the window, the system's theme.</summary>
public sealed record View(string Language = "en", int Width = View.Wide, ColorScheme Theme = ColorScheme.Light)
{
    public const int Narrow = 390;
    public const int Wide = 1280;

    public bool Scripts { get; init; } = true;

    public bool LessMotion { get; init; } = true;

    public int Height => Width == Narrow ? 844 : 800;
}
