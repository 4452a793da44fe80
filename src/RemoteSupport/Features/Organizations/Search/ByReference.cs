namespace RemoteSupport.Features.Organizations.Search;

/// <summary>The start of the customer reference, whatever its case.</summary>
internal static class ByReference
{
    // In order of code points nothing stands between a text and itself followed by the first character.
    public static Task AddExactAsync(Hits hits, string reference) => hits.AddAsync(Sql, new { from = reference, to = reference + "\u0001" });

    public static Task AddAsync(Hits hits, string start) => hits.AddAsync(Sql, new { from = start, to = Hits.After(start) });

    private const string Sql =
        $"""
        select o.id
        from organizations o
        where o.reference_key >= @from and o.reference_key < @to and {Hits.IsWanted}
        order by o.reference_key, o.id
        limit @rows
        """;
}
