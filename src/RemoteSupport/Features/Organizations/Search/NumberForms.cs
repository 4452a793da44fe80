using System.Globalization;
using System.Text.RegularExpressions;

namespace RemoteSupport.Features.Organizations.Search;

/// <summary>How digits that somebody typed can be understood.</summary>
/// <param name="Starts">As starts of whole numbers (+390655512345), the likeliest first.</param>
/// <param name="Within">As digits anywhere in a number; null when they cannot be.</param>
internal sealed partial record NumberForms(IReadOnlyList<string> Starts, string? Within)
{
    private const int Least = 4;

    // What is dialled before a number inside its country: 0 in most, 06 in Hungary, 8 in the east.
    private static readonly string[] Trunks = ["0", "06", "8"];

    // ITU-T E.164: codes of one and two digits; all others have three, in these tens.
    private static readonly int[] ShortCodes =
    [
        1, 7, 20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58,
        60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98,
    ];

    private static readonly int[] Tens = [21, 22, 23, 24, 25, 26, 29, 35, 37, 38, 42, 50, 59, 67, 68, 69, 80, 85, 87, 88, 96, 97, 99];

    private static readonly string[] Codes =
        [.. ShortCodes.Concat(Tens.SelectMany(ten => Enumerable.Range(ten * 10, 10))).Select(code => code.ToString(CultureInfo.InvariantCulture))];

    /// <summary>Null when it does not look like a number.</summary>
    public static NumberForms? Of(string query)
    {
        var digits = string.Concat(query.Where(char.IsAsciiDigit));
        if (digits.Length < Least || !LooksLikeNumber().IsMatch(query)) return null;
        if (query.TrimStart(' ', '(').StartsWith('+')) return new([.. International(digits)], null);
        return new([.. digits.StartsWith("00", StringComparison.Ordinal) ? International(digits[2..]) : National(digits)], digits);
    }

    /// <summary>From the country's code on; also written with the 0 that is dialled only inside the country: +49 (0)30.</summary>
    private static IEnumerable<string> International(string digits)
    {
        if (digits.Length == 0) yield break;
        yield return "+" + digits;
        for (var code = 1; code <= 3 && code < digits.Length; code++)
            if (digits[code] == '0') yield return "+" + digits.Remove(code, 1);
    }

    /// <summary>After the country's code, without what is dialled only inside it.</summary>
    private static IEnumerable<string> National(string digits) =>
        from trunk in Trunks
        where digits.StartsWith(trunk, StringComparison.Ordinal)
        let rest = digits[trunk.Length..]
        where rest.Length >= Least - 1
        from code in Codes
        select "+" + code + rest;

    [GeneratedRegex(@"^[\d\s+()./\-\u2010-\u2015]+$")]
    private static partial Regex LooksLikeNumber();
}
