namespace RemoteSupport.Features.Organizations.Search;

/// <summary>
/// Words of the name. The rarest word of the query leads: its names are walked through in the order of an index, and the others have to fit each.
/// </summary>
internal static class ByWords
{
    /// <summary>The query as it stands, from the start of any word on.</summary>
    public static Task AddPhraseAsync(Hits hits, string key) => hits.AddAsync(StartSql, new { from = key, to = Hits.After(key), patterns = Array.Empty<string>() });

    /// <summary>Each word begins a word, in any order.</summary>
    public static async Task AddStartsAsync(Hits hits, IReadOnlyList<Reading> readings)
    {
        if (readings.Count < 2 || readings.Any(reading => reading.Starts == 0)) return;
        var rarest = readings.MinBy(reading => reading.Starts)!;
        await hits.AddAsync(StartSql, new { from = rarest.Word, to = Hits.After(rarest.Word), patterns = PatternsOf(readings, rarest, other => other.StartPattern) });
    }

    /// <summary>Each is a part of a word, in any order, or has been corrected.</summary>
    public static async Task AddPartsAsync(Hits hits, IReadOnlyList<Reading> readings)
    {
        if (readings.Any(reading => reading.Parts == 0)) return;
        var rarest = readings.MinBy(reading => reading.Parts)!;
        var patterns = PatternsOf(readings, rarest, other => other.PartPattern);
        if (rarest.IsMistyped) await hits.AddAsync(SpellingSql, new { words = rarest.Spellings.ToArray(), patterns });
        else await hits.AddAsync(PartSql, new { rarest.Word, to = Hits.After(rarest.Word), patterns });
    }

    private static string[] PatternsOf(IReadOnlyList<Reading> readings, Reading rarest, Func<Reading, string> pattern) =>
        [.. readings.Where(reading => reading != rarest).Select(pattern)];

    // Lateral, because a bound that comes from another row is a condition of the index only there; offset 0 keeps the planner from joining all
    // organizations first.
    private const string Fits =
        $"cross join lateral (select from organizations o where o.id = t.organization_id and {Hits.IsWanted} and (' ' || o.name_key || ' ') ~ all(@patterns) offset 0) o";

    private const string StartSql =
        $"""
        select t.organization_id
        from name_tails t
        {Fits}
        where t.tail >= @from and t.tail < @to
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
          {Fits}
          where t.tail >= w.word and t.tail < w.word || '!'
          order by t.tail, t.organization_id
          limit @rows) t
        where w.kind = 'part' and w.key >= @Word and w.key < @to and strpos(w.word, @Word) = length(w.word) - length(w.key) + 1
        order by w.key, w.word
        limit @rows
        """;

    private const string SpellingSql =
        $"""
        select t.organization_id
        from unnest(@words) with ordinality w (word, place)
        cross join lateral (
          select t.organization_id, t.tail
          from name_tails t
          {Fits}
          where t.tail >= w.word and t.tail < w.word || '!'
          order by t.tail, t.organization_id
          limit @rows) t
        order by w.place, t.tail, t.organization_id
        limit @rows
        """;
}
