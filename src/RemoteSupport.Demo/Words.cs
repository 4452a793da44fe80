using System.Text;

namespace RemoteSupport.Demo;

/// <summary>What companies are called in four languages.</summary>
internal static class Words
{
    private static readonly Dictionary<string, string[]> TradesOf = new(StringComparer.Ordinal)
    {
        ["it"] = ["Molino", "Officine", "Tessitura", "Cantina", "Autotrasporti", "Farmacia", "Studio", "Ceramiche", "Pastificio", "Tipografia", "Impianti", "Arredamenti", "Caseificio", "Libreria"],
        ["de"] = ["Autohaus", "Bäckerei", "Maschinenbau", "Druckerei", "Spedition", "Apotheke", "Gärtnerei", "Möbelhaus", "Metallbau", "Brauerei", "Steuerberatung", "Elektrotechnik", "Weingut"],
        ["es"] = ["Talleres", "Bodegas", "Transportes", "Farmacia", "Imprenta", "Construcciones", "Muebles", "Panadería", "Clínica", "Textiles", "Conservas"],
        ["en"] = ["Engineering", "Logistics", "Bakery", "Printing", "Motors", "Dental Care", "Joinery", "Fisheries", "Textiles", "Brewing", "Instruments"],
    };

    private static readonly Dictionary<string, string[]> LegalFormsOf = new(StringComparer.Ordinal)
    {
        ["it"] = ["Srl", "SpA", "Snc"],
        ["de"] = ["GmbH", "KG", "AG", "OHG"],
        ["es"] = ["SL", "SA"],
        ["en"] = ["Ltd", "LLP"],
    };

    private static readonly Dictionary<char, string> German = new() { ['ä'] = "ae", ['ö'] = "oe", ['ü'] = "ue", ['ß'] = "ss" };

    public static IReadOnlyList<string> Trades(string language) => TradesOf[language];

    public static IReadOnlyList<string> LegalForms(string language) => LegalFormsOf[language];

    /// <summary>English puts the name before the trade, the others after it.</summary>
    public static string Company(string language, string trade, string name, string form) => language == "en" ? $"{name} {trade} {form}" : $"{trade} {name} {form}";

    /// <summary>Lower-case letters, digits and spaces, for addresses: "Jörg Prüß" becomes "joerg pruess".</summary>
    public static string Ascii(string text)
    {
        var plain = new StringBuilder();
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormC))
            plain.Append(German.GetValueOrDefault(c) ?? c.ToString().Normalize(NormalizationForm.FormD));
        return string.Concat(plain.ToString().Where(c => char.IsAsciiLetterOrDigit(c) || c == ' '));
    }
}
