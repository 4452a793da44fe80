namespace RemoteSupport.Features.Organizations.Search;

/// <summary>
/// Words of the name. The rarest word of the query leads: its names are walked through in the order of an index, and the others have to fit each.
/// </summary>
internal static class ByWords
{
    /// <summary>The query as it stands, from the start of any word on.</summary>
    public static Step Phrase(string key) => new(PhraseSql, new { key, keyEnd = Step.After(key) });

    /// <summary>Each of several words begins a word, in any order; nothing when one cannot.</summary>
    public static IEnumerable<Step> Starts(IReadOnlyList<Reading> readings)
    {
        if (readings.Count < 2 || readings.Any(reading => reading.Starts == 0)) yield break;
        var rarest = readings.MinBy(reading => reading.Starts)!;
        yield return new(StartSql, new { start = rarest.Word, startEnd = Step.After(rarest.Word), starts = PatternsOf(readings, rarest, other => other.StartPattern) });
    }

    /// <summary>Each is a part of a word, in any order, or has been corrected; nothing when one cannot.</summary>
    public static IEnumerable<Step> Parts(IReadOnlyList<Reading> readings)
    {
        if (readings.Any(reading => reading.Parts == 0)) yield break;
        var rarest = readings.MinBy(reading => reading.Parts)!;
        var parts = PatternsOf(readings, rarest, other => other.PartPattern);
        yield return rarest.IsMistyped
            ? new(SpellingSql, new { words = rarest.Spellings.ToArray(), parts })
            : new(PartSql, new { part = rarest.Word, partEnd = Step.After(rarest.Word), parts });
    }

    private static string[] PatternsOf(IReadOnlyList<Reading> readings, Reading rarest, Func<Reading, string> pattern) =>
        [.. readings.Where(reading => reading != rarest).Select(pattern)];

    // Lateral, because a bound that comes from another row is a condition of the index only there; offset 0 keeps the planner from joining all
    // organizations first.
    private const string Organization = $"cross join lateral (select o.name_key from organizations o where o.id = t.organization_id and {Step.IsWanted}";
    private const string OfPhrase = $"{Organization} offset 0) o";
    private const string OfStarts = $"{Organization} and (' ' || o.name_key || ' ') ~ all(@starts) offset 0) o";
    private const string OfParts = $"{Organization} and (' ' || o.name_key || ' ') ~ all(@parts) offset 0) o";

    private const string PhraseSql =
        $"""
        select t.organization_id
        from name_tails t
        {OfPhrase}
        where t.tail >= @key and t.tail < @keyEnd
        order by t.tail, t.organization_id
        limit @rows
        """;

    private const string StartSql =
        $"""
        select t.organization_id
        from name_tails t
        {OfStarts}
        where t.tail >= @start and t.tail < @startEnd
        order by t.tail, t.organization_id
        limit @rows
        """;

    // After a word comes a blank or nothing, and after the blank the exclamation mark. A word is taken at the first place of the part only.
    private const string PartSql =
        $"""
        select t.organization_id
        from words w
        cross join lateral (
          select t.organization_id
          from name_tails t
          {OfParts}
          where t.tail >= w.word and t.tail < w.word || '!'
          order by t.tail, t.organization_id
          limit @rows) t
        where w.kind = 'part' and w.key >= @part and w.key < @partEnd and strpos(w.word, @part) = length(w.word) - length(w.key) + 1
        order by w.key, w.word
        limit @rows
        """;

    private const string SpellingSql =
        $"""
        select t.organization_id
        from unnest(@words) with ordinality w (word, place)
        cross join lateral (
          select t.organization_id, t.tail, o.name_key
          from name_tails t
          {OfParts}
          where t.tail >= w.word and t.tail < w.word || '!'
          order by t.tail, t.organization_id
          limit @rows) t
        order by w.place, t.tail, t.name_key, t.organization_id
        limit @rows
        """;
}
