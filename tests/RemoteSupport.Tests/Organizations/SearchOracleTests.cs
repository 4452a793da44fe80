using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace RemoteSupport.Tests.Organizations;

/// <summary>The search held against one that looks at every name, for names and queries at random (RA-1).</summary>
[Trait("Behaviour", "RA-1")]
public sealed partial class SearchOracleTests
{
    private static readonly string[] Syllables = ["ro", "ssi", "bau", "mül", "ler", "ña", "ga", "lo", "straß", "e", "tec", "an", "ti", "co", "v", "ri", "è", "son"];

    [Theory]
    [InlineData(1, 40)]
    [InlineData(2, 150)]
    [InlineData(3, 400)]
    public async Task It_finds_what_looking_at_every_name_finds_in_the_same_order_of_quality(int seed, int count)
    {
#pragma warning disable CA5394 // The same names every time.
        var random = new Random(seed);
        var names = Enumerable.Range(0, count).Select(_ => Name(random)).ToList();
        var customers = await Customers.WithAsync();
        await customers.AddManyAsync(names);
        foreach (var query in Enumerable.Range(0, 150).Select(_ => Query(random, names)).Where(query => query.Trim().Length > 0))
        {
            var ranks = Ranks(query, names);
            var found = await customers.FindAsync(query);
            var best = ranks.Values.SelectMany(rank => rank).Order().Take(20).ToList();
            Assert.Equal((query, string.Join(' ', best)), (query, string.Join(' ', found.Select(name => ranks.TryGetValue(name, out var rank) ? rank[0] : -1))));
        }
    }

    private static string Name(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => string.Concat(random.GetItems(Syllables, random.Next(1, 4)))));

    /// <summary>A stretch of a name, words of one or of two in another order, each perhaps with a slip.</summary>
    private static string Query(Random random, List<string> names)
    {
        var name = names[random.Next(names.Count)];
        var words = (random.Next(4) == 0 ? $"{name} {names[random.Next(names.Count)]}" : name).Split(' ');
        random.Shuffle(words);
        return random.Next(3) switch
        {
            0 => name[random.Next(name.Length)..],
            1 => string.Join(' ', words.Take(random.Next(1, 4)).Select(word => Slip(random, word))),
            _ => string.Join(' ', words.Take(random.Next(1, 4)).Select(word => word[random.Next(word.Length)..])),
        };
    }

    private static string Slip(Random random, string word)
    {
        var place = random.Next(word.Length);
        return random.Next(5) switch
        {
            0 => word.Remove(place, 1),
            1 => word.Insert(place, "x"),
            2 => word.Remove(place, 1).Insert(place, "a"),
            3 when place > 0 => word[..(place - 1)] + word[place] + word[place - 1] + word[(place + 1)..],
            _ => word,
        };
    }
#pragma warning restore CA5394

    /// <summary>How well each name fits, the best 0; as often as there are organizations of that name.</summary>
    private static Dictionary<string, List<int>> Ranks(string query, List<string> names)
    {
        var (phrase, keys) = (Key(query), names.Select(name => (Name: name, Key: Key(name))).ToList());
        if (phrase.Length == 0) return [];
        var words = phrase.Split(' ').Distinct().ToList();
        var unknown = words.Where(word => !keys.Any(one => one.Key.Contains(word, StringComparison.Ordinal))).ToList();
        var ranks = keys.Select(one => (one.Name, Rank: RankOf(one.Key, phrase, words))).Where(one => one.Rank >= 0).ToList();
        if (ranks.Count == 0)
        {
            var wrongs = unknown.Count > 0 ? [unknown] : words.Count > 1 ? words.Select(word => new List<string> { word }) : [];
            ranks = [.. wrongs.SelectMany(wrong => keys.Where(one => FitsCorrected(one.Key, words, wrong))).Distinct().Select(one => (one.Name, 5))];
            // Two organizations of one name fell together above.
            ranks = [.. keys.Where(one => ranks.Any(rank => rank.Name == one.Name)).Select(one => (one.Name, 5))];
        }

        var weakest = words.Count > 2 && ranks.Any(one => one.Rank <= 2) ? 2 : words.Count > 1 && ranks.Any(one => one.Rank <= 3) ? 3 : 5;
        return ranks.Where(one => one.Rank <= weakest).GroupBy(one => one.Name).ToDictionary(name => name.Key, name => name.Select(one => one.Rank).ToList());
    }

    private static int RankOf(string key, string phrase, List<string> words)
    {
        if (key == phrase) return 0;
        if (key.StartsWith(phrase, StringComparison.Ordinal)) return 1;
        if (key.Contains(" " + phrase, StringComparison.Ordinal)) return 2;
        if (words.All(word => (" " + key).Contains(" " + word, StringComparison.Ordinal))) return 3;
        return words.All(word => key.Contains(word, StringComparison.Ordinal)) ? 4 : -1;
    }

    private static bool FitsCorrected(string key, List<string> words, List<string> wrong) =>
        words.All(word => wrong.Contains(word) ? key.Split(' ').Any(one => IsSlip(word, one)) : key.Contains(word, StringComparison.Ordinal));

    /// <summary>By the definition: Damerau's distance of neighbouring letters is 1.</summary>
    private static bool IsSlip(string typed, string meant)
    {
        if (typed.Length < 3 || meant.Length < 3) return false;
        var cost = new int[typed.Length + 1, meant.Length + 1];
        for (var i = 0; i <= typed.Length; i++)
        {
            for (var j = 0; j <= meant.Length; j++)
            {
                if (i == 0 || j == 0) { cost[i, j] = i + j; continue; }
                cost[i, j] = Math.Min(Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1, cost[i - 1, j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1]) cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }

        return cost[typed.Length, meant.Length] == 1;
    }

    private static string Key(string text)
    {
        var plain = string.Concat(text.Normalize(NormalizationForm.FormKD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        return Blanks().Replace(plain.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal), " ").Trim();
    }

    [GeneratedRegex("[^a-z]+")]
    private static partial Regex Blanks();
}
