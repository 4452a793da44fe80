using System.Text.RegularExpressions;

namespace RemoteSupport.Features.Organizations.Search;

/// <summary>One way to understand digits that somebody typed: what to look for, and where in the whole number (+390655512345) it has to be; null is anywhere.</summary>
internal sealed partial record NumberForm(string Digits, string? Pattern)
{
    private const int Least = 4;

    // What is dialled before a number inside its country: 0 in most, 06 in Hungary, 8 in the east.
    private static readonly string[] Trunks = ["0", "06", "8"];

    /// <summary>The likeliest first; none when it does not look like a number.</summary>
    public static IReadOnlyList<NumberForm> Of(string query)
    {
        var digits = string.Concat(query.Where(char.IsAsciiDigit));
        if (digits.Length < Least || !LooksLikeNumber().IsMatch(query)) return [];
        if (query.TrimStart(' ', '(').StartsWith('+')) return [.. International(digits)];
        return digits.StartsWith("00", StringComparison.Ordinal) ? [.. International(digits[2..]), Anywhere(digits)] : [.. National(digits), Anywhere(digits)];
    }

    /// <summary>From the country's code on; also written with the 0 that is dialled only inside the country: +49 (0)30.</summary>
    private static IEnumerable<NumberForm> International(string digits)
    {
        if (digits.Length == 0) yield break;
        yield return new(digits, $@"^\+{digits}");
        for (var code = 1; code <= 3 && code < digits.Length; code++)
            if (digits[code] == '0') yield return International(digits, code);
    }

    private static NumberForm International(string digits, int code) => new(digits.Remove(code, 1), $@"^\+{digits.Remove(code, 1)}");

    /// <summary>After the country's code, without what is dialled only inside it.</summary>
    private static IEnumerable<NumberForm> National(string digits) =>
        from trunk in Trunks
        where digits.StartsWith(trunk, StringComparison.Ordinal)
        let rest = digits[trunk.Length..]
        where rest.Length >= Least - 1
        select new NumberForm(rest, $@"^\+[1-9][0-9]{{0,2}}{rest}");

    private static NumberForm Anywhere(string digits) => new(digits, null);

    [GeneratedRegex(@"^[\d\s+()./\-\u2010-\u2015]+$")]
    private static partial Regex LooksLikeNumber();
}
