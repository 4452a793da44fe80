using System.Globalization;
using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// What may stand in a label that is not all ASCII: letters, marks and digits of every script (RFC 5892 2.1 and 2.6), some characters only beside certain
/// others (appendix A), and one direction of writing (RFC 5893 2). The mapping to ASCII itself, by UTS 46, still lets symbols pass, as IDNA 2003 did.
/// </summary>
internal static class IdnLabel
{
    private const int MiddleDot = 0xb7, Keraia = 0x375, Geresh = 0x5f3, Gershayim = 0x5f4, KatakanaDot = 0x30fb, NonJoiner = 0x200c, Joiner = 0x200d;

    /// <summary>Allowed and refused against their category (RFC 5892 2.6).</summary>
    private static readonly int[] Allowed = ['-', 0x6fd, 0x6fe, 0xf0b, 0x3007, MiddleDot, Keraia, Geresh, Gershayim, KatakanaDot, NonJoiner, Joiner];
    private static readonly int[] Refused = [0x640, 0x7fa, 0x302e, 0x302f, 0x3031, 0x3032, 0x3033, 0x3034, 0x3035, 0x303b];

    internal static bool IsOne(string label)
    {
        var runes = label.EnumerateRunes().ToArray();
        return runes.All(IsAllowed) && Enumerable.Range(0, runes.Length).All(place => FitsBeside(runes, place)) && HasOneDirection(runes);
    }

    private static bool IsAllowed(Rune rune) => Allowed.Contains(rune.Value) || (!Refused.Contains(rune.Value) && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber);

    /// <summary>RFC 5892, appendix A.3 to A.9; the joiners (A.1, A.2) are held by the mapping.</summary>
    private static bool FitsBeside(Rune[] runes, int place)
    {
        int At(int where) => where >= 0 && where < runes.Length ? runes[where].Value : 0;
        return At(place) switch
        {
            MiddleDot => (At(place - 1), At(place + 1)) == ('l', 'l'),
            Keraia => At(place + 1) is (>= 0x370 and <= 0x3ff) or (>= 0x1f00 and <= 0x1fff),
            Geresh or Gershayim => At(place - 1) is >= 0x590 and <= 0x5ff,
            KatakanaDot => runes.Any(rune => rune.Value is not KatakanaDot and ((>= 0x3005 and <= 0x3007) or (>= 0x3040 and <= 0x30ff) or (>= 0x3400 and <= 0x9fff) or (>= 0x20000 and <= 0x3ffff))),
            >= 0x660 and <= 0x669 => !runes.Any(rune => rune.Value is >= 0x6f0 and <= 0x6f9),
            _ => true,
        };
    }

    private static bool HasOneDirection(Rune[] runes) =>
        !runes.Any(ReadsFromTheRight) || (ReadsFromTheRight(runes[0]) && runes.Where(Rune.IsLetter).All(ReadsFromTheRight));

    private static bool ReadsFromTheRight(Rune rune) => Rune.IsLetter(rune) && rune.Value is
        (>= 0x590 and <= 0x8ff) or (>= 0xfb1d and <= 0xfdff) or (>= 0xfe70 and <= 0xfeff) or (>= 0x10800 and <= 0x10fff) or (>= 0x1e800 and <= 0x1efff);
}
