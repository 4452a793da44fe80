using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Brand;

/// <summary>
/// Where an accent stands on light pages, and whether it can be read there (WCAG 2.2 AA: 1.4.3, 1.4.11). Pages never show what fails: they take a darker shade by
/// themselves, and a lighter one in the dark (<see cref="BrandCss"/>), so this warns and refuses nothing.
/// </summary>
public sealed record AccentCheck(string Color)
{
    /// <summary>The surfaces of src/portal/styles/_theme.scss.</summary>
    internal const string LightPage = "#f5f6f8", LightCard = "#ffffff", DarkCard = "#171c22";

    /// <summary>What stands out from its surroundings; 1.4.11.</summary>
    internal const double ForShapes = 3;

    /// <summary>Words; 1.4.3.</summary>
    internal const double ForText = 4.5;

    /// <summary>So much a text needs on a card to have <see cref="ForText"/> on its own tint, too.</summary>
    internal const double ForTextOnItsTint = 5.6;

    private const double ShareOfTint = 0.1;

    /// <summary>What was checked, the hardest first.</summary>
    public IReadOnlyList<AccentUse> Uses { get; } = UsesOf(Color);

    /// <summary>The colour itself if it passes, else the nearest shade of it that does.</summary>
    public string Nearest { get; } = BrandColors.Nearest(Color, "#000000", shade => UsesOf(shade).All(use => use.Passes));

    /// <summary>Whether it can be read everywhere as it is.</summary>
    public bool Passes => Nearest == Color;

    /// <summary>The colour as a breath over a card: behind the current place in the navigation.</summary>
    public string Tint => TintOf(Color);

    private static string TintOf(string color) => BrandColors.Mix(LightCard, color, ShareOfTint);

    private static AccentUse[] UsesOf(string color) =>
    [
        new("place", Sentence.Of("The current place in the navigation"), BrandColors.Contrast(color, TintOf(color)), ForText),
        new("link", Sentence.Of("Links on a white card"), BrandColors.Contrast(color, LightCard), ForText),
        new("button", Sentence.Of("Buttons on a light page"), BrandColors.Contrast(color, LightPage), ForShapes),
        new("words", Sentence.Of("Words on buttons"), BrandColors.Contrast(BrandColors.TextOn(color), color), ForText),
    ];
}

/// <summary>One place in which an accent is used.</summary>
/// <param name="Kind">For the sample's style.</param>
/// <param name="Where">English, a key of the translations.</param>
/// <param name="Contrast">1 to 21.</param>
/// <param name="Needed">At least.</param>
public sealed record AccentUse(string Kind, string Where, double Contrast, double Needed)
{
    /// <summary>Whether it can be read.</summary>
    public bool Passes => Contrast >= Needed;

    /// <summary>In hundredths, cut off and not rounded: what just fails does not look as if it passed.</summary>
    public double Shown => Math.Floor(Contrast * 100) / 100;
}
