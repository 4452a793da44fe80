namespace RemoteSupport.Features.Organizations.Search;

/// <summary>Four digits of a number or more, from its start or from within, written in any way.</summary>
internal static class ByNumber
{
    public static Step Any(IReadOnlyList<NumberForm> forms) =>
        new(Sql, new { digits = forms.Select(form => form.Digits).ToArray(), numbers = forms.Select(form => form.Pattern).ToArray() });

    // After 9 comes the colon. The organization and its numbers are looked at for each tail that fits, and only until there are enough; "exists"
    // would make the planner read all numbers of the tenant first.
    private const string Sql =
        $"""
        select t.organization_id
        from unnest(@digits, @numbers) with ordinality f (digits, pattern, place)
        cross join lateral (
          select t.organization_id, t.tail
          from number_tails t
          cross join lateral (select from organizations o where o.id = t.organization_id and {Step.IsWanted} offset 0) o
          where t.tail >= f.digits and t.tail < f.digits || ':'
            and (f.pattern is null or (select true from organization_numbers n where n.organization_id = t.organization_id and n.number ~ f.pattern limit 1))
          order by t.tail, t.organization_id
          limit @rows) t
        order by f.place, t.tail, t.organization_id
        limit @rows
        """;
}
