using System.Globalization;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// Makes readable pairs of a brand's one colour: contrast as WCAG 2.2 defines it (relative luminance), at least 4.5:1 for text (AA, 1.4.3).
/// </summary>
public static class BrandColors
{
    private const string White = "#ffffff";
    private const string Black = "#000000";

    // A colour has no more shades than a part of it has values.
    private const int Steps = 255;

    /// <summary>White or black, whichever can be read better on the colour. One of them always passes.</summary>
    public static string TextOn(string color) => Contrast(color, White) >= Contrast(color, Black) ? White : Black;

    /// <summary>The colour itself, or the nearest shade of it that stands out enough from a background: 3 for shapes, 4.5 and more for text.</summary>
    public static string Against(string color, string background, double contrast) =>
        Nearest(color, Luminance(background) > 0.18 ? Black : White, shade => Contrast(shade, background) >= contrast);

    /// <summary>The colour itself, or the first shade of it on the way to another colour that is good enough; that other colour where none is.</summary>
    public static string Nearest(string color, string towards, Func<string, bool> isGood)
    {
        ArgumentNullException.ThrowIfNull(isGood);
        return Enumerable.Range(0, Steps).Select(step => Mix(color, towards, (double)step / Steps)).FirstOrDefault(isGood) ?? towards;
    }

    /// <summary>A colour with a share (0 to 1) of another in it.</summary>
    public static string Mix(string color, string other, double share)
    {
        var (from, to) = (Parts(color), Parts(other));
        int Moved(int part, int target) => (int)Math.Round(part + (target - part) * share);
        return $"#{Moved(from.Red, to.Red):x2}{Moved(from.Green, to.Green):x2}{Moved(from.Blue, to.Blue):x2}";
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

    private static (int Red, int Green, int Blue) Parts(string color)
    {
        ArgumentNullException.ThrowIfNull(color);
        var value = int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (value >> 16, (value >> 8) & 255, value & 255);
    }
}
