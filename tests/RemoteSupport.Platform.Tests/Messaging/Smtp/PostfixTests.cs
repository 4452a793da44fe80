using RemoteSupport.Platform.Messaging.Smtp;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

[Trait("Behaviour", "DL-3")]
public sealed class PostfixTests(Postfix postfix) : IClassFixture<Postfix>
{
    [Theory]
    [Trait("Behaviour", "DL-4")]
    [InlineData(SmtpSecurity.None)]
    [InlineData(SmtpSecurity.StartTls)]
    public async Task Postfix_delivers_our_message_unchanged(SmtpSecurity security)
    {
        await using var transport = Sample.Transport(authority: Postfix.Authority);

        var receipt = await transport.SendAsync(Server(security), Sample.To("alice@acme.localhost"), default);

        Assert.Equal(MailResult.Accepted, receipt.Result);
        Assert.StartsWith("250 2.0.0 Ok: queued as", receipt.Reply, StringComparison.Ordinal);
        var message = MimePart.Parse((await postfix.DeliveredAsync("alice")).ReplaceLineEndings("\r\n"));
        Assert.Equal("<bounce+0198@acme.example>", message.Header("Return-Path"));
        Assert.Equal("<0198-7f3a@acme.example>", message.Header("Message-ID"));
        Assert.Equal("Passwort zurücksetzen", message.Header("Subject"));
        Assert.Equal(Sample.Mail.Text.ReplaceLineEndings("\r\n"), message.Find("text/plain").Text.TrimEnd('\r', '\n'));
        Assert.Equal(Sample.Picture, message.Find("image/png").Content);
    }

    [Fact]
    public async Task Postfix_delivers_to_an_international_address()
    {
        await using var transport = Sample.Transport();
        var receipt = await transport.SendAsync(Server(), Sample.To("jörg@acme.localhost"), default);
        Assert.StartsWith("250", receipt.Reply, StringComparison.Ordinal);
        Assert.Contains("\nTo: jörg@acme.localhost\n", await postfix.DeliveredAsync("joerg"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Behaviour", "DL-2")]
    public async Task An_unknown_recipient_is_refused_for_good_and_the_next_message_still_goes_out()
    {
        await using var transport = Sample.Transport();

        var receipt = await transport.SendAsync(Server(), Sample.To("nobody@acme.localhost"), default);

        Assert.Equal(MailResult.RefusedForGood, receipt.Result);
        Assert.StartsWith("550 5.1.1 <nobody@acme.localhost>: Recipient address rejected", receipt.Reply, StringComparison.Ordinal);
        Assert.Equal(MailResult.Accepted, (await transport.SendAsync(Server(), Sample.To("jörg@acme.localhost"), default)).Result);
        await postfix.DeliveredAsync("joerg");
    }

    [Fact]
    [Trait("Behaviour", "DL-2")]
    public async Task A_message_that_postfix_finds_too_large_is_refused_for_good()
    {
        await using var transport = Sample.Transport();
        var large = Sample.To("alice@acme.localhost") with { Images = [new InlineImage("logo", "image/png", new byte[100_000])] };
        var receipt = await transport.SendAsync(Server(), large, default);
        Assert.Equal(new MailReceipt(MailResult.RefusedForGood, MailReasons.TooLarge), receipt);
    }

    private MailServer Server(SmtpSecurity security = SmtpSecurity.None) => Sample.Server(postfix.Port, security);
}
