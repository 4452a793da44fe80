using Bogus;

namespace RemoteSupport.Demo;

/// <summary>Invents names of people and companies, and numbers, from a fixed seed. No name of a company and no number comes twice.</summary>
internal sealed class Invention(int seed)
{
    private readonly Randomizer random = new(seed);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bogus.DataSets.Name> names = [];

    public bool Chance(double share) => random.Double() < share;

    public int Number(int least, int most) => random.Number(least, most);

    public T Pick<T>(IReadOnlyList<T> among) => among[random.Number(0, among.Count - 1)];

    public char Pick(string among) => among[random.Number(0, among.Length - 1)];

    /// <summary>People of one organization: no two of the same name.</summary>
    public IReadOnlyList<string> Names(string language, int count)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (found.Count < count) found.Add(Name(language));
        return [.. found];
    }

    /// <summary>A company as it could be called there, and its domain.</summary>
    public (string Name, string Domain) Company(string language)
    {
        while (true)
        {
            var name = Words.Company(language, Pick(Words.Trades(language)), Of(language).LastName(), Pick(Words.LegalForms(language)));
            var domain = Words.Ascii(name[..name.LastIndexOf(' ')]).Replace(' ', '-');
            if (taken.Add(domain)) return (name, domain);
        }
    }

    public string PhoneNumber(Place place)
    {
        while (true)
        {
            var number = place.Prefix + random.Replace(new string('#', place.Digits));
            if (taken.Add(number)) return number;
        }
    }

    private string Name(string language) => $"{Of(language).FirstName()} {Of(language).LastName()}";

    private Bogus.DataSets.Name Of(string language)
    {
        if (names.TryGetValue(language, out var known)) return known;
        return names[language] = new Bogus.DataSets.Name(language == "en" ? "en_GB" : language) { Random = random };
    }
}
