using System.Text;

namespace RemoteSupport.Platform.Localization;

/// <summary>A read PO file: its header, its rule for plural forms and its entries.</summary>
internal sealed class PoFile
{
    private readonly Dictionary<(string? Context, string Id), PoEntry> byKey = [];

    private PoFile(string name, IReadOnlyList<PoEntry> entries)
    {
        Header = PoHeader.Of(name, entries);
        Entries = [.. entries.Where(entry => !entry.IsHeader)];
        foreach (var entry in entries)
            Add(name, entry);
    }

    public PoHeader Header { get; }
    public IReadOnlyList<PoEntry> Entries { get; }

    public static PoFile Parse(string name, string text) => new(name, new PoReader(name).Read(text));

    public static PoFile Load(string path) => Parse(Path.GetFileName(path), File.ReadAllText(path, Encoding.UTF8));

    public PoEntry? Find(string? context, string id) => byKey.GetValueOrDefault((context, id));

    private void Add(string name, PoEntry entry)
    {
        if (!byKey.TryAdd((entry.Context, entry.Id), entry))
            throw new PoException(name, entry.Line, 1, $"\"{entry.Id}\" stands in the file twice.");
        if (entry.PluralId is not null && entry.Forms.Count > Header.Plurals.Count)
            throw new PoException(name, entry.Line, 1, $"\"{entry.Id}\" has more forms than the header's nplurals={Header.Plurals.Count}.");
    }
}
