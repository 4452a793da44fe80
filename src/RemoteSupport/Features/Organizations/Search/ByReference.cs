namespace RemoteSupport.Features.Organizations.Search;

/// <summary>The customer reference, whatever its case.</summary>
internal static class ByReference
{
    public static Step Whole(string reference) => new(WholeSql, new { reference });

    public static Step Start(string start) => new(StartSql, new { reference = start, referenceEnd = Step.After(start) });

    // Equal references of one tenant differ in what folding takes away, so there are few.
    private const string WholeSql =
        $"""
        select o.id
        from organizations o
        where o.reference_key = @reference and {Step.IsWanted}
        order by o.id
        limit @rows
        """;

    private const string StartSql =
        $"""
        select o.id
        from organizations o
        where o.reference_key >= @reference and o.reference_key < @referenceEnd and {Step.IsWanted}
        order by o.reference_key, o.id
        limit @rows
        """;
}
