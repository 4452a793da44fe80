using RemoteSupport.Platform.Messaging.Smtp;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

[Trait("Behaviour", "DL-3")]
public sealed class SmtpTransportTests
{
    [Fact]
    [Trait("Behaviour", "DL-4")]
    public async Task A_message_arrives_with_every_part_as_it_was_written()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var transport = Sample.Transport();

        var receipt = await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);

        Assert.Equal(MailResult.Accepted, receipt.Result);
        var mail = await server.NextAsync();
        Assert.Equal(("bounce+0198@acme.example", "zoe@kunde.example"), (mail.From, Assert.Single(mail.To)));
        Assert.Equal("node1.acme.example", mail.Hello);
        Assert.Equal("multipart/alternative(text/plain,multipart/related(text/html,image/png))", mail.Message.Outline());
        Assert.Equal("Passwort zurücksetzen", mail.Subject);
        Assert.Equal(Sample.Mail.Text.ReplaceLineEndings("\r\n") + "\r\n", mail.Text);
        Assert.Equal(Sample.Mail.Html + "\r\n", mail.Html);
        var image = mail.Message.Find("image/png");
        Assert.Equal(("<logo>", "inline"), (image.Header("Content-ID"), image.Header("Content-Disposition")));
        Assert.Equal(Sample.Picture, image.Content);
    }

    [Fact]
    public async Task Messages_follow_each_other_on_one_connection()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var transport = Sample.Transport();
        for (var i = 0; i < 3; i++) await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);

        string[] connections = [(await server.NextAsync()).Connection, (await server.NextAsync()).Connection, (await server.NextAsync()).Connection];
        Assert.Single(connections.Distinct());
    }

    [Fact]
    public async Task Messages_at_the_same_time_each_have_a_connection()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var transport = Sample.Transport();
        var receipts = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            transport.SendAsync(Sample.Server(server.Port), Sample.Mail with { MessageId = $"{i}@acme.example" }, default)));

        Assert.All(receipts, r => Assert.Equal(MailResult.Accepted, r.Result));
        for (var i = 0; i < 20; i++) await server.NextAsync();
        Assert.Equal(20, server.Received.Select(m => m.Message.Header("Message-ID")).Distinct().Count());
    }

    [Fact]
    public async Task A_connection_is_left_after_its_share_of_messages()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var transport = Sample.Transport(new SmtpTransportOptions { MessagesPerConnection = 2 });
        for (var i = 0; i < 3; i++) await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);

        string[] connections = [(await server.NextAsync()).Connection, (await server.NextAsync()).Connection, (await server.NextAsync()).Connection];
        Assert.Equal([true, false], [connections[0] == connections[1], connections[1] == connections[2]]);
    }

    [Fact]
    [Trait("Behaviour", "DL-1")]
    public async Task A_connection_that_the_server_closed_meanwhile_is_replaced_unnoticed()
    {
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions { CloseAfter = 1 });
        await using var transport = Sample.Transport();
        for (var i = 0; i < 3; i++)
        {
            var receipt = await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
            Assert.Equal(MailResult.Accepted, receipt.Result);
            await server.NextAsync();
        }
        Assert.Equal(3, server.Received.Select(m => m.Connection).Distinct().Count());
    }

    [Fact]
    public async Task An_unused_connection_is_left_after_a_while()
    {
        var clock = new MovedClock();
        await using var server = await SmtpServer.StartAsync();
        await using var transport = Sample.Transport(clock: clock);
        await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
        clock.Ahead = TimeSpan.FromSeconds(31);
        await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);

        Assert.NotEqual((await server.NextAsync()).Connection, (await server.NextAsync()).Connection);
    }

    [Theory]
    [Trait("Behaviour", "DL-2")]
    [InlineData("refuse-550@kunde.example", MailResult.RefusedForGood)]
    [InlineData("refuse-451@kunde.example", MailResult.TryLater)]
    public async Task A_refusal_is_told_in_the_servers_words_and_the_connection_goes_on(string address, MailResult expected)
    {
        await using var server = await SmtpServer.StartAsync();
        await using var transport = Sample.Transport();
        await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);

        var receipt = await transport.SendAsync(Sample.Server(server.Port), Sample.To(address), default);

        Assert.Equal(expected, receipt.Result);
        Assert.Equal($"{address[7..10]} The test refuses this recipient", receipt.Reply);
        await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
        Assert.Equal((await server.NextAsync()).Connection, (await server.NextAsync()).Connection);
    }

    [Fact]
    public async Task A_server_without_pipelining_is_asked_step_by_step()
    {
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions { Hide = ["PIPELINING"] });
        await using var transport = Sample.Transport();

        Assert.Equal(MailResult.RefusedForGood, (await transport.SendAsync(Sample.Server(server.Port), Sample.To("refuse-550@x.example"), default)).Result);
        Assert.Equal(MailResult.Accepted, (await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default)).Result);
        Assert.Equal("Passwort zurücksetzen", (await server.NextAsync()).Subject);
    }

    [Fact]
    public async Task A_message_beyond_the_servers_size_is_not_even_offered()
    {
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions { Size = 1000 });
        await using var transport = Sample.Transport();
        var receipt = await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
        Assert.Equal(new MailReceipt(MailResult.RefusedForGood, MailReasons.TooLarge), receipt);
    }

    [Fact]
    public async Task An_international_domain_travels_in_ascii()
    {
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions { Hide = ["SMTPUTF8"] });
        await using var transport = Sample.Transport();
        await transport.SendAsync(Sample.Server(server.Port), Sample.To("info@müller.example"), default);
        var mail = await server.NextAsync();
        Assert.Equal("info@xn--mller-kva.example", mail.Message.Header("To"));
        Assert.False(mail.SmtpUtf8);
    }

    [Fact]
    public async Task An_international_local_part_asks_for_smtputf8()
    {
        await using var server = await SmtpServer.StartAsync();
        await using var transport = Sample.Transport();
        await transport.SendAsync(Sample.Server(server.Port), Sample.To("jörg@kunde.example"), default);
        var mail = await server.NextAsync();
        Assert.Equal(("jörg@kunde.example", "jörg@kunde.example"), (Assert.Single(mail.To), mail.Message.Header("To")));
        Assert.Equal((true, "8bitmime"), (mail.SmtpUtf8, mail.BodyType));
    }

    [Fact]
    [Trait("Behaviour", "DL-2")]
    public async Task An_international_local_part_is_refused_for_good_where_the_server_cannot_take_it()
    {
        await using var server = await SmtpServer.StartAsync(new SmtpServerOptions { Hide = ["SMTPUTF8"] });
        await using var transport = Sample.Transport();
        var receipt = await transport.SendAsync(Sample.Server(server.Port), Sample.To("jörg@kunde.example"), default);
        Assert.Equal(new MailReceipt(MailResult.RefusedForGood, MailReasons.NoInternationalAddresses), receipt);
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
