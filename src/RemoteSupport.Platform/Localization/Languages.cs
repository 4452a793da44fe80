using System.Globalization;

namespace RemoteSupport.Platform.Localization;

/// <summary>The languages of the product.</summary>
public static class Languages
{
    /// <summary>The language of the keys, with British formats: day before month, 24 hours.</summary>
    public static SupportedLanguage English { get; } = Of("en", "English", "en-GB", "en-GB", "d MMM yyyy");
    /// <summary>Italian.</summary>
    public static SupportedLanguage Italian { get; } = Of("it", "Italiano", "it-IT", "it-IT", "d MMM yyyy");
    /// <summary>Spanish, neutral Latin American.</summary>
    public static SupportedLanguage Spanish { get; } = Of("es", "Español", "es-419", "es-419", "d MMM yyyy");
    /// <summary>German.</summary>
    public static SupportedLanguage German { get; } = Of("de", "Deutsch", "de-DE", "de-DE", "d. MMM yyyy");
    /// <summary>Shows what is not localized; for development only, never a tenant's.</summary>
    public static SupportedLanguage Pseudo { get; } = Of(PseudoLocale.Name, "⟦Pšéûdö⟧", PseudoLocale.Name, "en-GB", "d MMM yyyy");

    /// <summary>Every language a tenant can allow, in the order in which they are offered.</summary>
    public static IReadOnlyList<SupportedLanguage> All { get; } = [English, Italian, Spanish, German];

    /// <summary>The language of a code, or null; the pseudo-locale is not among them.</summary>
    public static SupportedLanguage? Find(string? code) => Find(All, code);

    /// <summary>A tenant's languages by their codes, in our order; none known means all. The pseudo-locale comes last, if wanted.</summary>
    public static IReadOnlyList<SupportedLanguage> Allowed(IEnumerable<string> codes, bool withPseudoLocale = false)
    {
        var known = All.Where(language => codes.Contains(language.Code, StringComparer.OrdinalIgnoreCase)).ToList();
        IEnumerable<SupportedLanguage> allowed = known.Count > 0 ? known : All;
        return [.. allowed, .. withPseudoLocale ? [Pseudo] : Array.Empty<SupportedLanguage>()];
    }

    /// <summary>The language whose formats the running code uses; English if it is none of ours.</summary>
    public static SupportedLanguage CurrentFormats => Find(CultureInfo.CurrentCulture.TwoLetterISOLanguageName) ?? English;

    internal static SupportedLanguage? Find(IEnumerable<SupportedLanguage> among, string? code) =>
        among.FirstOrDefault(language => language.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    private static SupportedLanguage Of(string code, string nativeName, string culture, string formats, string dayPattern) =>
        new(code, nativeName, CultureInfo.GetCultureInfo(culture), CultureInfo.GetCultureInfo(formats), dayPattern);
}
