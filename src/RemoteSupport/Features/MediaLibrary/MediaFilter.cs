namespace RemoteSupport.Features.MediaLibrary;

/// <summary>What the library is narrowed to, as its address says it.</summary>
public sealed record MediaFilter
{
    /// <summary>The tab; empty for all.</summary>
    public string? Kind { get; init => field = value is MediaRules.Photo or MediaRules.Video or MediaRules.Document ? value : null; }

    /// <summary>A part of a name.</summary>
    public string? Query { get; init; }

    /// <summary>The order.</summary>
    public string? Sort { get; init => field = value is "oldest" or "name" or "largest" ? value : null; }

    /// <summary>Whose.</summary>
    public Guid? Owner { get; init; }

    /// <summary>Of which call.</summary>
    public Guid? Call { get; init; }

    /// <summary>Whether something is left out on purpose, besides by the tab.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Query) || Owner is not null || Call is not null;

    internal ListMedia For(Guid? cursor, int rows) =>
        new() { Kind = Kind, Query = Query, Sort = Sort ?? "newest", OwnerId = Owner, CallId = Call, Cursor = cursor, Limit = rows };

    /// <summary>The library's address for the same items, and for a place among them.</summary>
    internal string Address(Guid? cursor = null) =>
        MediaPage.Here + QueryString.Create(
            new (string Name, string? Value)[]
                { ("kind", Kind), ("query", Query), ("sort", Sort), ("owner", Owner?.ToString()), ("call", Call?.ToString()), ("cursor", cursor?.ToString()) }
                .Where(pair => !string.IsNullOrWhiteSpace(pair.Value)).Select(pair => KeyValuePair.Create(pair.Name, pair.Value))).Value;
}
