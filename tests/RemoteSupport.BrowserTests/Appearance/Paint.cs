using System.Globalization;
using Microsoft.Playwright;

namespace RemoteSupport.BrowserTests.Appearance;

/// <summary>A colour as the browser paints it.</summary>
internal sealed record Paint(double Red, double Green, double Blue)
{
    /// <summary>Relative luminance as WCAG 2.2 defines it, 0 to 1.</summary>
    public double Luminance => 0.2126 * Linear(Red) + 0.7152 * Linear(Green) + 0.0722 * Linear(Blue);

    public static Task<Paint> OfPageAsync(IPage page) => OfAsync(page.Locator("body"), "backgroundColor");

    /// <summary>A colour of an element's computed style.</summary>
    public static async Task<Paint> OfAsync(ILocator element, string property)
    {
        // A canvas turns every notation into bytes.
        var bytes = await element.EvaluateAsync<int[]>(
            """
            (element, property) => {
              const canvas = new OffscreenCanvas(1, 1).getContext('2d');
              canvas.fillStyle = getComputedStyle(element)[property];
              canvas.fillRect(0, 0, 1, 1);
              return [...canvas.getImageData(0, 0, 1, 1).data];
            }
            """,
            property);
        return bytes[3] == 255 ? new Paint(bytes[0], bytes[1], bytes[2]) : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{property} lets through what is behind it: {bytes[3]}."));
    }

    public double Contrast(Paint other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    private static double Linear(double part) => part / 255 <= 0.04045 ? part / 255 / 12.92 : Math.Pow((part / 255 + 0.055) / 1.055, 2.4);
}
