namespace RemoteSupport.Features.Organizations.Search;

/// <summary>Four digits of a number or more, from its start or from within, written in any way.</summary>
internal static class ByNumber
{
    /// <summary>What the digits can mean, the likeliest first.</summary>
    public static IEnumerable<Step> Any(NumberForms forms)
    {
        if (forms.Starts.Count > 0) yield return new(StartSql, new { numbers = forms.Starts.ToArray() });
        if (forms.Within is { } digits) yield return new(WithinSql, new { digits });
    }

    // After 9 comes the colon. Lateral, because a bound that comes from another row is a condition of the index only there; the organization is looked at
    // for each number that fits, and only until there are enough.
    private const string StartSql =
        $"""
        select n.organization_id
        from unnest(@numbers) with ordinality f (start, place)
        cross join lateral (
          select n.organization_id, n.number
          from organization_numbers n
          cross join lateral (select from organizations o where o.id = n.organization_id and {Step.IsWanted} offset 0) o
          where n.number collate "C" >= f.start and n.number collate "C" < f.start || ':'
          order by n.number collate "C", n.organization_id
          limit @rows) n
        order by f.place, n.number collate "C", n.organization_id
        limit @rows
        """;

    private const string WithinSql =
        $"""
        select t.organization_id
        from number_tails t
        cross join lateral (select from organizations o where o.id = t.organization_id and {Step.IsWanted} offset 0) o
        where t.tail >= @digits and t.tail < @digits || ':'
        order by t.tail, t.organization_id
        limit @rows
        """;
}
