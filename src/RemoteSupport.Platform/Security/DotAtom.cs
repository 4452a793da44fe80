using System.Globalization;
using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>The local part of an address: atoms joined by single dots (RFC 5322 3.2.3), in every script (RFC 6531 3.3).</summary>
internal static class DotAtom
{
    private const string Specials = "!#$%&'*+-/=?^_`{|}~";

    internal static bool Matches(string text) =>
        text.Length > 0 && text[0] != '.' && text[^1] != '.' && !text.Contains("..", StringComparison.Ordinal)
        && text.EnumerateRunes().All(rune => rune.Value == '.' || IsAtext(rune));

    private static bool IsAtext(Rune rune) =>
        rune.IsAscii
            ? char.IsAsciiLetterOrDigit((char)rune.Value) || Specials.Contains((char)rune.Value, StringComparison.Ordinal)
            : rune != Rune.ReplacementChar && IsVisible(rune);

    // RFC 6531 would allow them; an address that shows other than it reads is of use to nobody but a deceiver.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
