using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>A message in the form that is sent: its envelope and its text.</summary>
internal sealed class Letter
{
    private Letter(OutgoingMail mail)
    {
        Mail = mail;
        To = Mailbox.Parse(mail.To.Address);
        ReturnPath = mail.ReturnPath.Length == 0 ? null : Mailbox.Parse(mail.ReturnPath);
        var text = MimeWriter.Write(mail);
        Size = text.Length;
        // Bodies are encoded and names too: what is not ASCII can only be an address.
        NeedsUtf8 = To.NeedsUtf8 || ReturnPath?.NeedsUtf8 == true || !Ascii.IsValid(text);
        Block = DotStuffing.Block(text);
    }

    public OutgoingMail Mail { get; }

    public Mailbox To { get; }

    /// <summary>Null: no bounces are wanted.</summary>
    public Mailbox? ReturnPath { get; }

    public bool NeedsUtf8 { get; }

    public int Size { get; }

    /// <summary>What is sent after DATA.</summary>
    public ReadOnlyMemory<byte> Block { get; }

    /// <exception cref="MailNotSent">An address or a header cannot be sent.</exception>
    public static Letter Of(OutgoingMail mail) => new(mail);
}
