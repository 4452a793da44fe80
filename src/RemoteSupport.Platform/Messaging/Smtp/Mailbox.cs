using System.Globalization;
using System.Text;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>An address as it goes over the wire: the domain in ASCII, nothing in it that could end a command or a header.</summary>
internal sealed record Mailbox(string Local, string Domain)
{
    private const int Longest = 254;

    public bool NeedsUtf8 => !Ascii.IsValid(Local);

    public static Mailbox Parse(string address)
    {
        var at = address.LastIndexOf('@');
        var local = at > 0 ? address[..at] : "";
        if (!MayStandBeforeAt(local) || address.Length > Longest) throw MailNotSent.ForGood(MailReasons.AddressInvalid);
        if (HostName.Ascii(address[(at + 1)..]) is not { } domain || domain.Contains(':', StringComparison.Ordinal))
            throw MailNotSent.ForGood(MailReasons.AddressInvalid);
        return new Mailbox(local.Normalize(), domain);
    }

    public override string ToString() => $"{Local}@{Domain}";

    private static bool MayStandBeforeAt(string local) => local.Length > 0 && local.EnumerateRunes().All(MayStandInLocalPart);

    private static bool MayStandInLocalPart(Rune rune) => rune.IsAscii
        ? Rune.IsLetterOrDigit(rune) || ".!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value, StringComparison.Ordinal)
        : rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
