using System.Collections.Concurrent;
using System.Globalization;

namespace RemoteSupport.Features.Organizations;

/// <summary>A country as a form offers it.</summary>
/// <param name="Code">ISO 3166-1, two letters.</param>
/// <param name="Name">In the reader's language.</param>
public sealed record Country(string Code, string Name)
{
    // Parts of countries that only culture data has under two letters of their own.
    private static readonly string[] NoCountries = ["DG", "EA", "IC"];

    private static readonly ConcurrentDictionary<string, IReadOnlyList<Country>> ByLanguage = new();
    private static readonly Lazy<IReadOnlyList<string>> Codes = new(ListCodes);

    /// <summary>All countries by their names in the language of the running request.</summary>
    public static IReadOnlyList<Country> All => ByLanguage.GetOrAdd(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, ListIn);

    /// <summary>The countries to choose from, with one that is not among them should it stand there already.</summary>
    public static IEnumerable<Country> AllWith(string? code) => code is null || All.Any(country => country.Code == code) ? All : All.Append(new Country(code, code));

    /// <summary>Its name; the letters where there is none.</summary>
    public static string NameOf(string code) => AllWith(code).First(country => country.Code == code).Name;

    private static IReadOnlyList<Country> ListIn(string language) =>
        [.. Codes.Value.Select(code => new Country(code, NameIn(language, code))).OrderBy(country => country.Name, StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true))];

    // A country's own name for itself, by whoever would speak this language there: the runtime keeps DisplayName in the language in which it was asked for first.
    private static string NameIn(string language, string code) => new RegionInfo($"{language}-{code}").NativeName;

    private static IReadOnlyList<string> ListCodes() =>
        [.. CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(culture => culture.Name.Split('-')[^1]).Where(IsCode).Except(NoCountries).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsCode(string part) => part.Length == 2 && part.All(char.IsAsciiLetterUpper);
}
