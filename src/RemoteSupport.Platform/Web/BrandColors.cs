using System.Globalization;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// Makes readable pairs of a brand's one colour: contrast as WCAG 2.2 defines it (relative luminance), at least 4.5:1 for text (AA, 1.4.3).
/// </summary>
public static class BrandColors
{
    /// <summary>White or black, whichever can be read better on the colour. One of them always passes.</summary>
    public static string TextOn(string color) => Contrast(color, "#ffffff") >= Contrast(color, "#000000") ? "#ffffff" : "#000000";

    /// <summary>The colour itself, or the nearest shade of it that stands out enough from a background: 3 for shapes, 4.5 and more for text.</summary>
    public static string Against(string color, string background, double contrast)
    {
        var towards = Luminance(background) > 0.18 ? 0 : 255;
        for (var step = 0; step < 20; step++)
        {
            var shade = Mix(color, towards, step / 20.0);
            if (Contrast(shade, background) >= contrast) return shade;
        }

        return towards == 0 ? "#000000" : "#ffffff";
    }

    /// <summary>1 (the same) to 21 (black on white).</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string color)
    {
        var (red, green, blue) = Parts(color);
        return 0.2126 * Linear(red) + 0.7152 * Linear(green) + 0.0722 * Linear(blue);
    }

    private static double Linear(int part)
    {
        var share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }

    private static string Mix(string color, int towards, double share)
    {
        var (red, green, blue) = Parts(color);
        int Moved(int part) => (int)Math.Round(part + (towards - part) * share);
        return $"#{Moved(red):x2}{Moved(green):x2}{Moved(blue):x2}";
    }

    private static (int Red, int Green, int Blue) Parts(string color)
    {
        ArgumentNullException.ThrowIfNull(color);
        var value = int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (value >> 16, (value >> 8) & 255, value & 255);
    }
}
