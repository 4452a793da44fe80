namespace RemoteSupport.Features.Organizations.Search;

/// <summary>The words of the tenant's names.</summary>
internal static class Lexicon
{
    /// <summary>Counting ends here: it is only to find out which word is the rarest.</summary>
    public const int Many = 100;

    // The longest ones are the rarest. The others need not be known, only to fit.
    private const int MostLookedUp = 8;

    /// <summary>How often each word occurs; the rest of a very long query counts as frequent.</summary>
    public static async Task<IReadOnlyList<Reading>> LookUpAsync(Hits hits, IReadOnlyList<string> words)
    {
        var longest = words.OrderByDescending(word => word.Length).Take(MostLookedUp).ToArray();
        var readings = await hits.AskAsync<Reading>(CountSql, new { words = longest, ends = longest.Select(Step.After).ToArray(), Many });
        return [.. readings, .. words.Except(longest).Select(word => new Reading(word, Many, Many))];
    }

    /// <summary>The word with all that it could be a slip for; null when there is nothing.</summary>
    public static async Task<Reading?> CorrectAsync(Hits hits, Reading reading)
    {
        if (!Spelling.CanBeSlip(reading.Word)) return null;
        var similar = await hits.AskAsync<(string Word, int Names)>(SimilarSql, new { gaps = Spelling.GapsOf(reading.Word), Many });
        var meant = similar.Where(one => Spelling.IsSlip(reading.Word, one.Word)).ToList();
        return meant.Count == 0 ? null : reading with { Spellings = [.. meant.Select(one => one.Word)], Starts = 0, Parts = meant.Sum(one => one.Names) };
    }

    private const string CountSql =
        """
        select t.word, starts.count as starts, parts.count as parts
        from unnest(@words, @ends) with ordinality t (word, after, place)
        cross join lateral (
          select count(*)::int from (select from name_tails n where n.tail >= t.word and n.tail < t.after limit @Many) counted) starts
        cross join lateral (
          select count(*)::int
          from (
            select from words w
            cross join lateral (select from name_tails n where n.tail >= w.word and n.tail < w.word || '!' limit @Many) n
            where w.kind = 'part' and w.key >= t.word and w.key < t.after
            limit @Many) counted) parts
        order by t.place
        """;

    private const string SimilarSql =
        """
        select w.word, names.count as names
        from (select distinct w.word from words w where w.kind = 'gap' and w.key = any(@gaps)) w
        cross join lateral (
          select count(*)::int from (select from name_tails n where n.tail >= w.word and n.tail < w.word || '!' limit @Many) counted) names
        where names.count > 0
        order by w.word
        """;
}
