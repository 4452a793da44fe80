using RemoteSupport.Platform.Messaging.Smtp;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

[Trait("Behaviour", "DL-3")]
public sealed class SmtpSecurityTests : IDisposable
{
    private const string Password = "pä55 wörd-with-characters";

    private readonly TestAuthority authority = new();

    [Theory]
    [InlineData(SmtpSecurity.StartTls, "PLAIN")]
    [InlineData(SmtpSecurity.StartTls, "LOGIN")]
    [InlineData(SmtpSecurity.Tls, "PLAIN")]
    [InlineData(SmtpSecurity.Tls, "LOGIN")]
    [InlineData(SmtpSecurity.None, "LOGIN")]
    public async Task A_message_goes_out_signed_in(SmtpSecurity security, string mechanism)
    {
        await using var server = await SmtpServer.StartAsync(Options(security) with { Auth = [mechanism] });
        await using var transport = Sample.Transport(authority: authority);

        var receipt = await transport.SendAsync(SignedIn(server, security), Sample.Mail, default);

        Assert.Equal(MailResult.Accepted, receipt.Result);
        var mail = await server.NextAsync();
        Assert.Equal((security != SmtpSecurity.None, "mailer"), (mail.Secure, mail.User));
    }

    [Theory]
    [Trait("Behaviour", "DL-5")]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task A_wrong_password_waits_for_a_better_one_and_is_not_repeated_in_the_receipt(string mechanism)
    {
        await using var server = await SmtpServer.StartAsync(Options(SmtpSecurity.StartTls) with { Auth = [mechanism] });
        await using var transport = Sample.Transport(authority: authority);

        var receipt = await transport.SendAsync(SignedIn(server, SmtpSecurity.StartTls) with { Password = "wrong-password" }, Sample.Mail, default);

        Assert.Equal(new MailReceipt(MailResult.TryLater, "535 No such account: mailer …", ServerIsAway: true), receipt);
    }

    [Fact]
    public async Task A_server_that_wants_a_sign_in_and_gets_none_can_be_tried_again()
    {
        await using var server = await SmtpServer.StartAsync(Options(SmtpSecurity.Tls) with { Auth = ["PLAIN"] });
        await using var transport = Sample.Transport(authority: authority);
        var receipt = await transport.SendAsync(Sample.Server(server.Port, SmtpSecurity.Tls), Sample.Mail, default);
        Assert.Equal(MailResult.TryLater, receipt.Result);
        Assert.StartsWith("530", receipt.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_without_a_known_sign_in_gets_no_password()
    {
        await using var server = await SmtpServer.StartAsync(Options(SmtpSecurity.Tls) with { Auth = ["CRAM-MD5"] });
        await using var transport = Sample.Transport(authority: authority);
        var receipt = await transport.SendAsync(SignedIn(server, SmtpSecurity.Tls), Sample.Mail, default);
        Assert.Equal(new MailReceipt(MailResult.TryLater, MailReasons.NoSignInOffered, ServerIsAway: true), receipt);
    }

    [Theory]
    [InlineData(SmtpSecurity.StartTls)]
    [InlineData(SmtpSecurity.Tls)]
    public async Task A_certificate_of_an_unknown_authority_is_not_trusted(SmtpSecurity security)
    {
        await using var server = await SmtpServer.StartAsync(Options(security));
        await using var transport = Sample.Transport();
        var receipt = await transport.SendAsync(Sample.Server(server.Port, security), Sample.Mail, default);
        Assert.Equal(new MailReceipt(MailResult.TryLater, MailReasons.TlsFailed, ServerIsAway: true), receipt);
    }

    [Fact]
    public async Task A_certificate_of_another_host_is_not_trusted()
    {
        using var other = new TestAuthority("mail.other.example");
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions { Tls = true, Key = other.Key, Cert = other.Cert });
        await using var transport = Sample.Transport(authority: other);
        var receipt = await transport.SendAsync(Sample.Server(server.Port, SmtpSecurity.Tls), Sample.Mail, default);
        Assert.Equal(new MailReceipt(MailResult.TryLater, MailReasons.TlsFailed, ServerIsAway: true), receipt);
    }

    [Fact]
    [Trait("Behaviour", "DL-5")]
    public void Neither_a_server_nor_a_message_tells_its_secrets_when_written_to_a_log()
    {
        var server = Sample.Server(25) with { User = "mailer", Password = Password };
        Assert.Equal("127.0.0.1:25 (None)", $"{server}");
        Assert.Equal(Sample.Mail.MessageId, $"{Sample.Mail}");
    }

    public void Dispose() => authority.Dispose();

    private static MailServer SignedIn(SmtpServer server, SmtpSecurity security) =>
        Sample.Server(server.Port, security) with { User = "mailer", Password = Password };

    private SmtpServerOptions Options(SmtpSecurity security) => new()
    {
        Starttls = security == SmtpSecurity.StartTls,
        Tls = security == SmtpSecurity.Tls,
        Key = authority.Key,
        Cert = authority.Cert,
        User = "mailer",
        Password = Password,
    };
}
