using System.Globalization;
using Bogus;

namespace RemoteSupport.Demo.Measuring;

/// <summary>Names of companies as they occur in four languages: trades, families, towns, invented brands. A name may come twice, as in life.</summary>
internal sealed class CompanyNames(Randomizer random)
{
    private const int Draws = 10_000;

    private static readonly string[] Syllables =
    [
        "al", "an", "ar", "ba", "bel", "ca", "cor", "da", "del", "di", "do", "el", "en", "er", "fa", "fi", "for", "ga", "gra", "ho", "in", "ka", "ko", "la", "le", "li",
        "lo", "lux", "ma", "mar", "me", "mo", "na", "ne", "no", "or", "pa", "pe", "pro", "ra", "re", "ri", "ro", "sa", "se", "sol", "ta", "tec", "ti", "tra", "u", "va", "ver",
        "vi", "xa", "za", "zen",
    ];

    private static readonly Dictionary<string, string[]> Towns = new(StringComparer.Ordinal)
    {
        ["it"] = ["Milano", "Torino", "Bologna", "Firenze", "Napoli", "Bari", "Verona", "Padova", "Genova", "Cagliari", "Forlì", "Sant'Angelo", "Alto Adige", "Brianza"],
        ["de"] = ["Köln", "München", "Nürnberg", "Düsseldorf", "Leipzig", "Bremen", "Münster", "Saarbrücken", "Graz", "Zürich", "Bad Tölz", "Allgäu", "Nord", "Süd"],
        ["es"] = ["Madrid", "Málaga", "Sevilla", "Córdoba", "León", "A Coruña", "Cádiz", "Bilbao", "Gijón", "Almería", "San Sebastián", "del Sur", "Ibiza"],
        ["en"] = ["London", "Leeds", "Bristol", "Glasgow", "Cork", "Dublin", "York", "Bath", "Oxford", "North West", "Highland", "St Andrews", "Severn"],
    };

    private readonly Dictionary<string, People> people = [];

    public string Next(string language)
    {
        var who = Of(language);
        var (trade, form) = (Pick(Words.Trades(language)), Pick(Words.LegalForms(language)));
        return random.Number(0, 9) switch
        {
            < 4 => Words.Company(language, trade, Pick(who.Families), form),
            4 => $"{Pick(who.Families)} & {Pick(who.Families)} {form}",
            5 => $"{Pick(who.FirstNames)} {Pick(who.Families)}",
            6 => $"{trade} {Pick(Towns[language])} {form}",
            _ => $"{Brand()} {form}",
        };
    }

    public T Pick<T>(IReadOnlyList<T> among) => among[random.Number(0, among.Count - 1)];

    private string Brand()
    {
        var word = string.Concat(Enumerable.Range(0, random.Number(2, 4)).Select(_ => Pick(Syllables)));
        return CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
    }

    private People Of(string language)
    {
        if (people.TryGetValue(language, out var known)) return known;
        var names = new Bogus.DataSets.Name(language == "en" ? "en_GB" : language) { Random = random };
        return people[language] = new People(Draw(() => names.FirstName()), Draw(() => names.LastName()));
    }

    private static string[] Draw(Func<string> next) => [.. Enumerable.Range(0, Draws).Select(_ => next()).Distinct().Order(StringComparer.Ordinal)];

    private sealed record People(string[] FirstNames, string[] Families);
}
