using System.Globalization;
using System.Text;

namespace RemoteSupport.Platform.Localization;

/// <summary>A locale that shows at a glance what passes through localization: <c>Save</c> reads <c>⟦Šàvé⟧</c>.</summary>
internal static class PseudoLocale
{
    public const string Name = "qps-ploc";

    private const string Plain = "aceinosuyzACEINOSUYZ";
    private const string Accented = "àçéîñöšûýžÀÇÉÎÑÖŠÛÝŽ";

    public static bool Is(CultureInfo culture) => culture.Name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Placeholders stay as they are, so that the text can still be formatted.</summary>
    public static string Disguise(string text)
    {
        var disguised = new StringBuilder("⟦", text.Length + 2);
        var depth = 0;
        foreach (var character in text)
        {
            depth += character switch { '{' => 1, '}' => -1, _ => 0 };
            var letter = depth == 0 ? Plain.IndexOf(character, StringComparison.Ordinal) : -1;
            disguised.Append(letter < 0 ? character : Accented[letter]);
        }
        return disguised.Append('⟧').ToString();
    }
}
