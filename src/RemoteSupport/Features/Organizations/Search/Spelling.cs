namespace RemoteSupport.Features.Organizations.Search;

/// <summary>Slips of typing: one letter wrong, missing or extra, or two neighbours swapped.</summary>
internal static class Spelling
{
    /// <summary>Two letters are too few to tell a slip from another word, and digits are not spelled.</summary>
    public static bool CanBeSlip(string word) => word.EnumerateRunes().Count() > 2 && !word.Any(char.IsAsciiDigit);

    /// <summary>The word itself and without one of its letters: a word with one slip has one of them in common.</summary>
    public static string[] GapsOf(string word)
    {
        var letters = word.EnumerateRunes().Select(letter => letter.ToString()).ToArray();
        return [word, .. letters.Select((_, gap) => string.Concat(letters.Where((_, place) => place != gap))).Distinct()];
    }

    /// <summary>Whether exactly one slip lies between them.</summary>
    public static bool IsSlip(string typed, string meant)
    {
        var (a, b) = (typed.EnumerateRunes().ToArray(), meant.EnumerateRunes().ToArray());
        var shorter = Math.Min(a.Length, b.Length);
        var head = 0;
        while (head < shorter && a[head] == b[head]) head++;
        var tail = 0;
        while (tail < shorter - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return (a.Length - head - tail, b.Length - head - tail) switch
        {
            (1, 1) or (0, 1) or (1, 0) => true,
            (2, 2) => a[head] == b[head + 1] && a[head + 1] == b[head],
            _ => false,
        };
    }
}
