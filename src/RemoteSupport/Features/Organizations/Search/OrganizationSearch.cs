namespace RemoteSupport.Features.Organizations.Search;

/// <summary>
/// A search, step by step from the best match to the weakest, until there are enough (RA-1): id, customer reference, number, then the name from its
/// start, from a word, with its words in any order, by parts of words, and with what was mistyped.
/// </summary>
internal static class OrganizationSearch
{
    // Longer than any name, however it is written.
    private const int LongestQuery = 1000;

    // So many words, found as they stand, are a name that was copied or typed whole: nobody looks for others with the same words.
    private const int WholeName = 3;

    public static async Task RunAsync(Hits hits, string query)
    {
        if (query.Length > LongestQuery) return;
        var asked = (await hits.AskAsync<Asked>("select fold(@query) as folded, name_key(@query) as name_key", new { query }))[0];
        await hits.AddAsync(Exact(query, asked));
        if (hits.IsFull || (hits.Found.Count > 0 && asked.Words.Count >= WholeName)) return;
        await AddSimilarAsync(hits, asked);
    }

    /// <summary>With a digit in it, a query rather means a reference or a number than a name.</summary>
    private static List<Step> Exact(string query, Asked asked)
    {
        var steps = new List<Step>();
        if (Guid.TryParse(query, out var id)) steps.Add(new(ByIdSql, new { id }));
        steps.Add(ByReference.Whole(asked.Folded));
        if (asked.HasDigit) steps.Add(ByReference.Start(asked.Folded));
        if (NumberForms.Of(asked.Folded) is { } forms) steps.AddRange(ByNumber.Any(forms));
        if (asked.NameKey.Length > 0) steps.AddRange([ByName.Start(asked.NameKey), ByWords.Phrase(asked.NameKey)]);
        return steps;
    }

    private static async Task AddSimilarAsync(Hits hits, Asked asked)
    {
        var start = asked.HasDigit ? [] : new[] { ByReference.Start(asked.Folded) };
        if (asked.Words.Count < 2)
        {
            await hits.AddAsync([.. start, .. asked.Words.SelectMany(word => ByWords.Parts([new Reading(word, 1, 1)]))]);
            if (hits.Found.Count == 0 && asked.Words.Count == 1) await ByTypo.AddAsync(hits, await Lexicon.LookUpAsync(hits, asked.Words));
            return;
        }

        // Of several words one has to know which is the rarest. Who begins them means words that begin so: when there are such, parts of others are not looked for.
        var readings = await Lexicon.LookUpAsync(hits, asked.Words);
        await hits.AddAsync([.. ByWords.Starts(readings)]);
        if (hits.Found.Count > 0) return;
        await hits.AddAsync([.. start, .. ByWords.Parts(readings)]);
        if (hits.Found.Count == 0) await ByTypo.AddAsync(hits, readings);
    }

    private const string ByIdSql = $"select o.id from organizations o where o.id = @id and {Step.IsWanted} limit @rows";

    private sealed record Asked(string Folded, string NameKey)
    {
        public bool HasDigit => Folded.Any(char.IsAsciiDigit);

        public IReadOnlyList<string> Words { get; } = [.. NameKey.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
    }
}
