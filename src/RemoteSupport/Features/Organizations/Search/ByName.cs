namespace RemoteSupport.Features.Organizations.Search;

/// <summary>The start of the name; the whole name comes first, because nothing sorts before it.</summary>
internal static class ByName
{
    public static Step Start(string key) => new(Sql, new { key, keyEnd = Step.After(key) });

    // By the stretches of the index by name, as the list does.
    private const string Sql =
        """
        select o.id
        from unnest(@ManagedBy) m (managed_by)
        cross join unnest(@Statuses) s (status)
        cross join lateral (
          select o.name_key, o.id
          from organizations o
          where o.managed_by = m.managed_by and o.status = s.status and o.name_key >= @key and o.name_key < @keyEnd and o.id <> all(@found)
          order by o.name_key, o.id
          limit @rows) o
        order by o.name_key, o.id
        limit @rows
        """;
}
