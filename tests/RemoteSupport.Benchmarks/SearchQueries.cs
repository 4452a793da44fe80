using Dapper;
using Npgsql;

namespace RemoteSupport.Benchmarks;

/// <summary>What people type who look for an organization that is there, or for one that is not; the same every time for the same data.</summary>
internal sealed class SearchQueries
{
    private const int Samples = 400;
    private readonly Random random = new(1);
    private readonly List<Sample> samples;

    private SearchQueries(List<Sample> samples) => this.samples = samples;

    /// <summary>Draws organizations of a tenant.</summary>
    public static async Task<SearchQueries> DrawAsync(NpgsqlConnection connection, Guid tenant) => new((await connection.QueryAsync<Sample>(
        """
        select o.name_key as name, o.reference_key as reference, min(n.number) as number
        from organizations o
        join organization_numbers n on n.tenant_id = o.tenant_id and n.organization_id = o.id
        where o.tenant_id = @tenant and o.reference_key is not null
        group by o.id, o.name_key, o.reference_key
        order by md5(o.id::text)
        limit @Samples
        """,
        new { tenant, Samples })).AsList());

    /// <summary>By class.</summary>
    public IEnumerable<(string Class, string[] Queries)> All()
    {
        foreach (var letters in new[] { 1, 2, 3, 6 }) yield return ($"{letters} letters", Of(one => Start(Word(one, letters), letters)));
        yield return ("a whole name", Of(one => one.Name));
        yield return ("a part within a word", Of(one => Word(one, 6)[2..]));
        yield return ("two words", Of(one => $"{one.Name.Split(' ')[^1]} {one.Name.Split(' ')[0]}"));
        yield return ("typo", Of(one => Slip(Word(one, 6))));
        yield return ("reference", Of(one => Start(one.Reference, 6)));
        yield return ("4 digits", Of(one => one.Number.Substring(random.Next(4, one.Number.Length - 4), 4)));
        yield return ("9 digits", Of(one => one.Number[^9..]));
        yield return ("no hit", Of(one => new string([.. Word(one, 6).Select(letter => letter is >= 'a' and <= 'z' ? (char)('z' - (letter - 'a')) : 'q')]) + "qx"));
    }

    private string[] Of(Func<Sample, string> query) => [.. samples.Select(query)];

    /// <summary>A word of its name that has so many letters, if there is one.</summary>
    private string Word(Sample one, int letters)
    {
        var words = one.Name.Split(' ');
        var fitting = words.Where(word => word.Length >= letters).ToList();
        return fitting.Count > 0 ? fitting[random.Next(fitting.Count)] : words.MaxBy(word => word.Length)!.PadRight(letters, 'a');
    }

    private string Slip(string word)
    {
        var place = random.Next(1, word.Length - 1);
        return random.Next(4) switch
        {
            0 => word.Remove(place, 1),
            1 => word.Insert(place, "k"),
            2 => word.Remove(place, 1).Insert(place, "y"),
            _ => word[..place] + word[place + 1] + word[place] + word[(place + 2)..],
        };
    }

    private static string Start(string text, int letters) => text.Length <= letters ? text : text[..letters];

    private sealed record Sample(string Name, string Reference, string Number);
}
