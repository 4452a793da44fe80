using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace RemoteSupport.Platform.Localization;

/// <summary>The PO files of a folder, one a culture and named like it (<c>de.po</c>, <c>es-MX.po</c>), read once.</summary>
internal sealed class PoCatalogues(IReadOnlyDictionary<string, PoFile> byCulture)
{
    /// <exception cref="PoException">A file cannot be read.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static PoCatalogues Load(string folder) => new(Directory
        .EnumerateFiles(folder, "*.po")
        .ToDictionary(path => Path.GetFileNameWithoutExtension(path), PoFile.Load, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// The form for a count (null: the first) in the culture or the nearest of its parents;
    /// in each of them the context's entry comes before the plain one.
    /// </summary>
    public bool TryTranslate(CultureInfo culture, string? context, string key, long? count, [NotNullWhen(true)] out string? translation)
    {
        translation = null;
        for (var current = culture; current.Name.Length > 0 && translation is null; current = current.Parent)
        {
            if (byCulture.TryGetValue(current.Name, out var file))
                translation = (context is null ? null : Form(file, context, key, count)) ?? Form(file, null, key, count);
        }
        return translation is not null;
    }

    /// <summary>The plain keys of the culture, and of its parents if wanted.</summary>
    public IEnumerable<string> Keys(CultureInfo culture, bool includeParents)
    {
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        for (var current = culture; current.Name.Length > 0; current = includeParents ? current.Parent : CultureInfo.InvariantCulture)
        {
            if (byCulture.TryGetValue(current.Name, out var file))
                keys.UnionWith(file.Entries.Where(entry => entry.Context is null).Select(entry => entry.Id));
        }
        return keys;
    }

    /// <summary>As gettext does, a fuzzy entry counts as not translated: it may say something else.</summary>
    private static string? Form(PoFile file, string? context, string key, long? count) =>
        file.Find(context, key) is { IsFuzzy: false } entry
            ? entry.Form(count is { } number && entry.PluralId is not null ? file.Header.Plurals.FormOf(number) : 0)
            : null;
}
