using System.Text.RegularExpressions;
using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Tests.Localization;

/// <summary>Holds a PO file against the sentences of the sources; every answer is a line or an entry for whoever mends it.</summary>
internal sealed partial class CatalogueCheck(PoFile file, IReadOnlyList<SourceKey> keys)
{
    private const string Ends = ".!?…:";

    /// <summary>What is not translated, as entries ready to be pasted into the file.</summary>
    public IEnumerable<string> Missing() => keys
        .GroupBy(key => key.Id, StringComparer.Ordinal)
        .Where(uses => file.Entries.All(entry => entry.Id != uses.Key))
        .Select(uses => uses.OrderBy(use => use.Many is null).First())
        .Select(Pasteable);

    /// <summary>Entries that no source uses.</summary>
    public IEnumerable<string> Unused()
    {
        var used = keys.Select(key => key.Id).ToHashSet(StringComparer.Ordinal);
        return file.Entries.Where(entry => !used.Contains(entry.Id)).Select(entry => Fault(entry, "is used nowhere"));
    }

    /// <summary>Entries that do not say what their key says, as far as a program can see.</summary>
    public IEnumerable<string> Faults() => file.Entries.SelectMany(entry => Faults(entry).Select(fault => Fault(entry, fault)));

    private IEnumerable<string> Faults(PoEntry entry)
    {
        if (entry.IsFuzzy)
            yield return "is fuzzy";
        var plurals = keys.Where(key => key.Id == entry.Id && key.Many is not null).Select(key => key.Many).Distinct().ToArray();
        if (plurals is [var many, ..] && (plurals.Length > 1 || many != entry.PluralId))
            yield return $"has the plural \"{entry.PluralId}\", the sources have \"{string.Join("\", \"", plurals)}\"";
        if (entry.PluralId is not null && entry.Forms.Count != file.Header.Plurals.Count)
            yield return $"has {entry.Forms.Count} forms instead of {file.Header.Plurals.Count}";
        foreach (var (form, number) in entry.Forms.Select((form, number) => (form, number)))
        {
            foreach (var fault in form.Length == 0 ? ["is empty"] : Differences(entry, form, number))
                yield return entry.PluralId is null ? fault : $"form {number} {fault}";
        }
    }

    private static IEnumerable<string> Differences(PoEntry entry, string form, int number)
    {
        var (one, many) = (entry.Id, entry.PluralId ?? entry.Id);
        var placeholders = Placeholders(form);
        if (placeholders != Placeholders(many) && !(number == 0 && placeholders == Placeholders(one)))
            yield return $"has the placeholders [{placeholders}] instead of [{Placeholders(many)}]";
        if (Edges(form) != Edges(many))
            yield return "begins or ends with other blanks";
        if (End(form) != End(many))
            yield return $"ends with '{End(form)}' instead of '{End(many)}'";
    }

    private static string Placeholders(string text) =>
        string.Join(' ', Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal));

    private static (string Start, string End) Edges(string text) =>
        (text[..(text.Length - text.TrimStart().Length)], text[text.TrimEnd().Length..]);

    private static string End(string text) =>
        text.TrimEnd() is [.., var last] && Ends.Contains(last, StringComparison.Ordinal) ? last.ToString() : "";

    private string Pasteable(SourceKey key)
    {
        var forms = Enumerable.Range(0, file.Header.Plurals.Count).Select(number => $"msgstr[{number}] \"\"");
        IEnumerable<string> lines = key.Many is null
            ? [$"msgid {PoText.Quote(key.Id)}", "msgstr \"\""]
            : [$"msgid {PoText.Quote(key.Id)}", $"msgid_plural {PoText.Quote(key.Many)}", .. forms];
        return $"#: {key.File}:{key.Line}\n{string.Join('\n', lines)}\n";
    }

    private static string Fault(PoEntry entry, string fault) => $"line {entry.Line}: \"{entry.Id}\" {fault}.";

    [GeneratedRegex(@"(?<!\{)\{[0-9]+[^{}]*\}")]
    private static partial Regex Placeholder();
}
