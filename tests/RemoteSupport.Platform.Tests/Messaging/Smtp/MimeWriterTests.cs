using System.Text;
using RemoteSupport.Platform.Messaging.Smtp;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

[Trait("Behaviour", "DL-4")]
public sealed class MimeWriterTests
{
    [Theory]
    [InlineData("Hello")]
    [InlineData("Passwort zurücksetzen")]
    [InlineData("Recuperación – ¿contraseña olvidada? 🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑 fin")]
    [InlineData("a long subject of plain words that goes on and on, so that it has to be folded at least once before its end")]
    [InlineData("=?utf-8?B?SGVsbG8=?= is not what it looks like")]
    public void A_subject_is_read_as_it_was_written(string subject)
    {
        var text = Write(Sample.Mail with { Subject = subject });
        Assert.Equal(subject, MimePart.Parse(text).Header("Subject"));
    }

    [Fact]
    public void A_word_longer_than_a_line_may_be_is_still_a_subject()
    {
        var subject = new string('a', 2000);
        Assert.Equal(subject, MimePart.Parse(Write(Sample.Mail with { Subject = subject })).Header("Subject"));
    }

    [Theory]
    [InlineData("Acme", "Acme <a@acme.example>")]
    [InlineData("Acme, Inc. \"west\" \\", "\"Acme, Inc. \\\"west\\\" \\\\\" <a@acme.example>")]
    [InlineData("Müller & Söhne", "Müller & Söhne <a@acme.example>")]
    [InlineData("  ", "a@acme.example")]
    [InlineData(null, "a@acme.example")]
    public void A_name_stands_before_its_address(string? name, string expected)
    {
        var text = Write(Sample.Mail with { ReplyTo = new MailParty(name, "a@acme.example") });
        Assert.Equal(expected, MimePart.Parse(text).Header("Reply-To"));
    }

    [Theory]
    [InlineData("Hello\r\nBcc: victim@x.example")]
    [InlineData("Hello\nBcc: victim@x.example")]
    [InlineData("Hello\rBcc: victim@x.example")]
    [InlineData("Hello\0\u2028Bcc: victim@x.example")]
    public void A_line_break_in_what_people_write_becomes_a_space(string text)
    {
        var message = MimePart.Parse(Write(Sample.Mail with { Subject = text, From = new MailParty(text, "a@acme.example") }));
        Assert.Equal("Hello Bcc: victim@x.example", message.Header("Subject"));
        Assert.Equal("\"Hello Bcc: victim@x.example\" <a@acme.example>", message.Header("From"));
        Assert.Equal("", message.Header("Bcc"));
    }

    [Theory]
    [InlineData("X-Note", "a\r\nBcc: victim@x.example")]
    [InlineData("X-Note", "a\n b")]
    [InlineData("X-Note", "a\0")]
    [InlineData("X-Note", "ä")]
    [InlineData("X-Note: a\r\nBcc", "victim@x.example")]
    [InlineData("", "a")]
    [InlineData("Bcc", "victim@x.example")]
    [InlineData("subject", "twice")]
    public void A_header_that_could_become_another_is_refused(string name, string value) =>
        Refuses(Sample.Mail with { Headers = new Dictionary<string, string> { [name] = value } }, MailReasons.HeaderInvalid);

    [Theory]
    [InlineData("")]
    [InlineData("nobody")]
    [InlineData("@acme.example")]
    [InlineData("a@")]
    [InlineData("a b@acme.example")]
    [InlineData("a>\r\nRCPT TO:<b@acme.example")]
    [InlineData("a@acme.example> NOTIFY=NEVER <")]
    [InlineData("a@acme.example\r\n")]
    [InlineData("a\u00a0b@acme.example")]
    [InlineData("a@ac me.example")]
    [InlineData("a@[acme.example]")]
    [InlineData("a@[::1]")]
    [InlineData("a@acme..example")]
    [InlineData("a@ａ>.example")]
    [InlineData("a@-acme\u0000.example")]
    public void What_is_no_address_is_refused(string address)
    {
        Refuses(Sample.To(address), MailReasons.AddressInvalid);
        Refuses(Sample.Mail with { From = new MailParty("x", address) }, MailReasons.AddressInvalid);
        if (address.Length > 0) Refuses(Sample.Mail with { ReturnPath = address }, MailReasons.AddressInvalid);
    }

    [Fact]
    public void Ids_languages_and_media_types_cannot_bring_headers_along()
    {
        const string evil = "x\r\nBcc: victim@x.example";
        Refuses(Sample.Mail with { MessageId = evil }, MailReasons.HeaderInvalid);
        Refuses(Sample.Mail with { Language = evil }, MailReasons.HeaderInvalid);
        Refuses(Sample.Mail with { Images = [new InlineImage(evil, "image/png", default)] }, MailReasons.HeaderInvalid);
        Refuses(Sample.Mail with { Images = [new InlineImage("x", evil, default)] }, MailReasons.HeaderInvalid);
    }

    [Fact]
    public void Every_line_is_short_ascii_and_ends_in_crlf()
    {
        var link = $"<https://acme.example/{new string('u', 300)}>";
        var text = Write(Sample.Mail with
        {
            Subject = new string('ü', 500),
            From = new MailParty(new string('n', 500), "a@acme.example"),
            Html = new string('ß', 5000),
            Headers = new Dictionary<string, string>
            {
                ["References"] = string.Join(' ', Enumerable.Range(0, 50).Select(i => $"<{i}@acme.example>")),
                ["List-Unsubscribe"] = link,
            },
        });
        Assert.True(Ascii.IsValid(text));
        Assert.Equal(text.Split("\r\n"), text.Split('\n').Select(l => l.TrimEnd('\r')));
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 76 || line.Contains(link, StringComparison.Ordinal), line));
        Assert.Equal(50, MimePart.Parse(text).Header("References").Split(' ').Length);
    }

    [Theory]
    [InlineData(0, "Mon, 09 Mar 2026 08:05:07 +0000")]
    [InlineData(60, "Mon, 09 Mar 2026 08:05:07 +0100")]
    [InlineData(-210, "Mon, 09 Mar 2026 08:05:07 -0330")]
    public void The_date_is_written_as_rfc_5322_says(int offset, string expected)
    {
        var at = new DateTimeOffset(2026, 3, 9, 8, 5, 7, TimeSpan.FromMinutes(offset));
        Assert.Equal(expected, MimePart.Parse(Write(Sample.Mail with { At = at })).Header("Date"));
    }

    [Fact]
    [Trait("Behaviour", "DL-1")]
    public void The_same_message_is_the_same_bytes_with_its_own_id()
    {
        Assert.Equal(Write(Sample.Mail), Write(Sample.Mail));
        var message = MimePart.Parse(Write(Sample.Mail));
        Assert.Equal(("<0198-7f3a@acme.example>", "de"), (message.Header("Message-ID"), message.Header("Content-Language")));
        Assert.Equal(("auto-generated", "1.0"), (message.Header("Auto-Submitted"), message.Header("MIME-Version")));
    }

    [Fact]
    public void Without_html_or_pictures_the_message_is_as_simple_as_it_can_be()
    {
        Assert.Equal("text/plain", MimePart.Parse(Write(Sample.Mail with { Html = null })).Outline());
        Assert.Equal("multipart/alternative(text/plain,text/html)", MimePart.Parse(Write(Sample.Mail with { Images = [] })).Outline());
    }

    [Theory]
    [InlineData("a\nb", "a\r\nb\r\n")]
    [InlineData("ä = b", "=C3=A4 =3D b\r\n")]
    [InlineData("end \t", "end =09\r\n")]
    [InlineData("From here", "=46rom here\r\n")]
    [InlineData(".", ".\r\n")]
    [InlineData("", "\r\n")]
    public void Quoted_printable_is_written_as_rfc_2045_says(string text, string expected)
    {
        var output = new StringBuilder();
        QuotedPrintable.Append(output, text);
        Assert.Equal(expected, output.ToString());
    }

    [Theory]
    [InlineData("a\r\n", "a\r\n.\r\n")]
    [InlineData("a", "a\r\n.\r\n")]
    [InlineData(".\r\n..\r\nb.\r\n", "..\r\n...\r\nb.\r\n.\r\n")]
    [InlineData("", "\r\n.\r\n")]
    public void A_dot_at_a_lines_start_does_not_end_the_message(string message, string block) =>
        Assert.Equal(block, Encoding.ASCII.GetString(DotStuffing.Block(Encoding.ASCII.GetBytes(message)).Span));

    private static string Write(OutgoingMail mail) => Encoding.UTF8.GetString(MimeWriter.Write(mail));

    private static void Refuses(OutgoingMail mail, string reason)
    {
        var refused = Assert.Throws<MailNotSent>(() => Letter.Of(mail));
        Assert.Equal(new MailReceipt(MailResult.RefusedForGood, reason), refused.Receipt);
    }
}
