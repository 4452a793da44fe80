using System.Globalization;
using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Writes header lines, folded between words, and lets no value start a line of its own.</summary>
internal sealed class HeaderWriter(StringBuilder output)
{
    private const int LongestLine = 76;

    /// <summary>A value whose form is ours or a protocol's: refused if it has anything but printable ASCII.</summary>
    public void Value(string name, string value)
    {
        if (value.Any(c => c is < ' ' or > '~') || !HasPlainName(name)) throw MailNotSent.ForGood(MailReasons.HeaderInvalid);
        var words = value.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Any(w => w.Length > HeaderText.LongestWord)) throw MailNotSent.ForGood(MailReasons.HeaderInvalid);
        Words(name, words);
    }

    /// <summary>A free text in any language.</summary>
    public void Text(string name, string text) => Words(name, HeaderText.Words(text));

    /// <summary>A name with its address.</summary>
    public void Party(string name, MailParty party)
    {
        var address = Mailbox.Parse(party.Address).ToString();
        if (string.IsNullOrWhiteSpace(party.Name)) Words(name, [address]);
        else Words(name, HeaderText.NameWords(party.Name).Append($"<{address}>"));
    }

    /// <summary>An instant as RFC 5322 writes it, with a numeric offset.</summary>
    public void Date(string name, DateTimeOffset at)
    {
        var text = at.ToString("ddd, dd MMM yyyy HH:mm:ss zzz", CultureInfo.InvariantCulture);
        Words(name, text.Remove(text.Length - 3, 1).Split(' '));
    }

    /// <summary>A message's or a picture's id, in angle brackets.</summary>
    public void Id(string name, string id)
    {
        if (id.Length == 0 || id.Any(c => c is ' ' or '<' or '>')) throw MailNotSent.ForGood(MailReasons.HeaderInvalid);
        Value(name, $"<{id}>");
    }

    private void Words(string name, IEnumerable<string> words)
    {
        output.Append(name).Append(':');
        var length = name.Length + 1;
        var first = true;
        foreach (var word in words)
        {
            if (!first && length + 1 + word.Length > LongestLine)
            {
                output.Append("\r\n");
                length = 0;
            }
            output.Append(' ').Append(word);
            length += 1 + word.Length;
            first = false;
        }
        output.Append("\r\n");
    }

    private static bool HasPlainName(string name) =>
        name.Length is > 0 and <= 70 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
