namespace RemoteSupport.Features.Organizations.Search;

/// <summary>When nothing fits: each word that no name knows is corrected; when all are known but in no name together, one after the other.</summary>
internal static class ByTypo
{
    public static async Task AddAsync(Hits hits, IReadOnlyList<Reading> readings)
    {
        if (readings.Any(reading => reading.Parts == 0))
        {
            await AddCorrectedAsync(hits, readings, reading => reading.Parts == 0);
            return;
        }

        if (readings.Count == 1) return;
        foreach (var wrong in readings) await AddCorrectedAsync(hits, readings, reading => reading == wrong);
    }

    private static async Task AddCorrectedAsync(Hits hits, IReadOnlyList<Reading> readings, Func<Reading, bool> isWrong)
    {
        var corrected = new List<Reading>();
        foreach (var reading in readings)
        {
            if ((isWrong(reading) ? await Lexicon.CorrectAsync(hits, reading) : reading) is not { } right) return;
            corrected.Add(right);
        }

        await hits.AddAsync([.. ByWords.Parts(corrected)]);
    }
}
