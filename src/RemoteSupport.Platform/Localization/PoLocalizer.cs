using System.Globalization;
using Microsoft.Extensions.Localization;

namespace RemoteSupport.Platform.Localization;

/// <summary>Translates English sentences into <see cref="CultureInfo.CurrentUICulture"/>; what is missing stays English.</summary>
internal sealed class PoLocalizer(PoCatalogues catalogues, string? context) : IStringLocalizer
{
    public LocalizedString this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return Translate(name, name, null);
        }
    }

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return arguments is [PluralArgument plural]
                ? Format(Translate(name, plural.Count == 1 ? name : plural.Many, plural.Count), [plural.Count, .. plural.Arguments])
                : Format(Translate(name, name, null), arguments);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        catalogues.Keys(CultureInfo.CurrentUICulture, includeParentCultures).Select(key => this[key]);

    private LocalizedString Translate(string key, string english, long? count)
    {
        var culture = CultureInfo.CurrentUICulture;
        if (PseudoLocale.Is(culture))
            return new(key, PseudoLocale.Disguise(english));
        return catalogues.TryTranslate(culture, context, key, count, out var translation)
            ? new(key, translation)
            : new(key, english, resourceNotFound: true);
    }

    private static LocalizedString Format(LocalizedString text, object[] arguments) =>
        new(text.Name, string.Format(CultureInfo.CurrentCulture, text.Value, arguments), text.ResourceNotFound);
}
