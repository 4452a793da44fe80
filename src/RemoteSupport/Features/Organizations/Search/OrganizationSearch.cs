namespace RemoteSupport.Features.Organizations.Search;

/// <summary>
/// A search, step by step from the best match to the weakest, until there are enough (RA-1): id, customer reference, number, then the name from its
/// start, from a word, with its words in any order, by parts of words, and with what was mistyped.
/// </summary>
internal static class OrganizationSearch
{
    // Longer than any name, however it is written.
    private const int LongestQuery = 1000;

    public static async Task RunAsync(Hits hits, string query)
    {
        if (query.Length > LongestQuery) return;
        var asked = (await hits.AskAsync<Asked>("select fold(@query) as folded, name_key(@query) as name_key", new { query }))[0];
        if (Guid.TryParse(query, out var id)) await hits.AddAsync(ByIdSql, new { id });
        await ByReference.AddExactAsync(hits, asked.Folded);
        // With a digit in it, it rather means a reference or a number than a name.
        var hasDigit = asked.Folded.Any(char.IsAsciiDigit);
        if (hasDigit) await ByReference.AddAsync(hits, asked.Folded);
        await ByNumber.AddAsync(hits, asked.Folded);
        if (asked.NameKey.Length > 0) await AddNamedAsync(hits, asked.NameKey);
        if (!hasDigit) await ByReference.AddAsync(hits, asked.Folded);
        if (asked.NameKey.Length > 0) await AddSimilarAsync(hits, asked.NameKey.Split(' '));
    }

    private static async Task AddNamedAsync(Hits hits, string key)
    {
        await ByName.AddStartsAsync(hits, key);
        await ByWords.AddPhraseAsync(hits, key);
    }

    private static async Task AddSimilarAsync(Hits hits, string[] words)
    {
        if (hits.IsFull) return;
        var readings = await Lexicon.LookUpAsync(hits, [.. words.Distinct()]);
        await ByWords.AddStartsAsync(hits, readings);
        await ByWords.AddPartsAsync(hits, readings);
        if (hits.Found.Count == 0) await ByTypo.AddAsync(hits, readings);
    }

    private const string ByIdSql = $"select o.id from organizations o where o.id = @id and {Hits.IsWanted} limit @rows";

    private sealed record Asked(string Folded, string NameKey);
}
