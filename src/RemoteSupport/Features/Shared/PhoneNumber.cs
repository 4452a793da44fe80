using System.Text.RegularExpressions;

namespace RemoteSupport.Features.Shared;

/// <summary>Reads phone numbers as people write them, and keeps them as E.164 (OR-1).</summary>
internal static partial class PhoneNumber
{
    /// <summary>
    /// Where a national number becomes an international one by one plain rule: the country's code, and whether a leading 0 stands for it. All other
    /// countries' numbers need their code.
    /// </summary>
    private static readonly Dictionary<string, (string Code, bool DropsZero)> Countries = new(StringComparer.Ordinal)
    {
        ["IT"] = ("39", false), ["ES"] = ("34", false), ["PT"] = ("351", false), ["DE"] = ("49", true), ["AT"] = ("43", true), ["CH"] = ("41", true),
        ["FR"] = ("33", true), ["NL"] = ("31", true), ["BE"] = ("32", true), ["GB"] = ("44", true), ["IE"] = ("353", true),
    };

    /// <summary>The number as +390612345678; null when it cannot be read without guessing.</summary>
    public static string? Read(string? text, string? country)
    {
        if (text is null || !Shape().IsMatch(text)) return null;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var international = text.TrimStart() is ['+', ..] ? "+" + digits
            : country is null || !Countries.TryGetValue(country, out var rule) ? null
            : digits.StartsWith("00", StringComparison.Ordinal) ? "+" + digits[2..]
            : !rule.DropsZero ? "+" + rule.Code + digits
            : digits is ['0', ..] ? "+" + rule.Code + digits[1..]
            : null;
        // A zero in brackets behind the country's code is dialled in some countries only.
        return international is null || (text.TrimStart() is ['+', ..] && text.Contains("(0)", StringComparison.Ordinal)) || !Plain().IsMatch(international) ? null : international;
    }

    [GeneratedRegex(@"^\s*\+?[0-9 ./()\u00a0\u2010\u2011\u2013-]{4,40}\z")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex Plain();
}
