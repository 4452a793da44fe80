namespace RemoteSupport.Platform.Localization;

/// <summary>The first entry of a PO file, which translates the empty key into fields.</summary>
internal sealed record PoHeader(IReadOnlyDictionary<string, string> Fields, PluralRule Plurals)
{
    public static PoHeader Of(string file, IReadOnlyList<PoEntry> entries)
    {
        var entry = entries.FirstOrDefault(candidate => candidate.IsHeader);
        var fields = Split(entry?.Form(0) ?? "");
        try
        {
            RequireUtf8(fields);
            return new(fields, fields.TryGetValue("Plural-Forms", out var rule) ? PluralRule.Parse(rule) : PluralRule.Default);
        }
        catch (FormatException fault)
        {
            throw new PoException(file, entry?.Line ?? 1, 1, fault.Message);
        }
    }

    private static Dictionary<string, string> Split(string header)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in header.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                fields[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }
        return fields;
    }

    private static void RequireUtf8(Dictionary<string, string> fields)
    {
        if (fields.TryGetValue("Content-Type", out var type) && !type.EndsWith("charset=UTF-8", StringComparison.OrdinalIgnoreCase))
            throw new FormatException($"The file must be UTF-8, its header says \"{type}\".");
    }
}
