using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Brand;

/// <summary>An accent as style sheets need it: as fill and as text, on the light and the dark surfaces of src/portal/styles/_theme.scss; contrasts as its README asks.</summary>
internal static class BrandCss
{
    /// <summary>For every page of the tenant.</summary>
    public static string OfPortal(string accent)
    {
        var (light, dark) = (Light(accent), Dark(accent));
        return $$"""
            :root { {{light}} }
            @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { {{dark}} } }
            @media screen { :root[data-theme="dark"] { {{dark}} } }
            """;
    }

    /// <summary>For the small pages on the settings page, which are light or dark whatever the reader's own choice; and for what shows the colour as it is.</summary>
    public static string OfPreviews(AccentCheck accent) =>
        $$"""
        .brand-ground { --raw: {{accent.Color}}; --raw-words: {{BrandColors.TextOn(accent.Color)}}; --raw-tint: {{accent.Tint}}; --nearest: {{accent.Nearest}}; }
        .ground-light { {{Light(accent.Color)}} }
        .ground-dark { {{Dark(accent.Color)}} }
        """;

    private static string Light(string accent) => Shades(accent, AccentCheck.LightPage, AccentCheck.LightCard);

    private static string Dark(string accent) => Shades(accent, AccentCheck.DarkCard, AccentCheck.DarkCard);

    private static string Shades(string accent, string page, string card)
    {
        var (fill, text) = (BrandColors.Against(accent, page, AccentCheck.ForShapes), BrandColors.Against(accent, card, AccentCheck.ForTextOnItsTint));
        return $"--brand-accent: {fill}; --brand-on-accent: {BrandColors.TextOn(fill)}; --brand-accent-text: {text}; --brand-focus: {text};";
    }
}
