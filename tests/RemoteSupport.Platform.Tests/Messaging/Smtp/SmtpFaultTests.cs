using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

[Trait("Behaviour", "DL-2")]
public sealed class SmtpFaultTests
{
    private static readonly MailReceipt Lost = new(MailResult.TryLater, MailReasons.ConnectionLost);

    [Fact]
    [Trait("Behaviour", "DL-3")]
    public async Task Nothing_is_sent_in_clear_where_starttls_was_asked_for()
    {
        string? afterHello = "unheard";
        await using var server = new ScriptedServer(async talk =>
        {
            await ScriptedServer.GreetAsync(talk, "AUTH PLAIN");
            afterHello = await talk.HearAsync();
        });
        await using (var transport = Sample.Transport())
        {
            var target = Sample.Server(server.Port, SmtpSecurity.StartTls) with { User = "mailer", Password = "secret" };
            Assert.Equal(new MailReceipt(MailResult.TryLater, MailReasons.NoStartTls, ServerIsAway: true), await transport.SendAsync(target, Sample.Mail, default));
        }
        await server.DisposeAsync();
        Assert.Null(afterHello);
    }

    [Fact]
    [Trait("Behaviour", "DL-3")]
    public async Task What_was_slipped_in_before_tls_is_forgotten()
    {
        using var authority = new TestAuthority();
        await using var server = new ScriptedServer(async talk =>
        {
            await ScriptedServer.GreetAsync(talk, "STARTTLS");
            Assert.Equal("STARTTLS", await talk.HearAsync());
            await talk.SayAsync("220 go on", "250-evil", "250 AUTH PLAIN");
            await talk.SecureAsync(authority);
            await ScriptedServerHello(talk);
            await ScriptedServer.TakeAsync(talk);
        });
        await using var transport = Sample.Transport(authority: authority);
        var receipt = await transport.SendAsync(Sample.Server(server.Port, SmtpSecurity.StartTls), Sample.Mail, default);
        Assert.Equal(new MailReceipt(MailResult.Accepted, "250 taken"), receipt);

        static async Task ScriptedServerHello(ScriptedServer.Talk talk)
        {
            await talk.HearAsync();
            await talk.SayAsync("250-mail", "250 PIPELINING");
        }
    }

    [Fact]
    [Trait("Behaviour", "DL-1")]
    public async Task A_message_whose_end_was_sent_is_not_sent_again_at_once()
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await ScriptedServer.GreetAsync(talk, "PIPELINING");
            await ScriptedServer.TakeAsync(talk);
            for (var i = 0; i < 3; i++) await talk.HearAsync();
            await talk.SayAsync("250 sender", "250 recipient", "354 go on");
            await talk.HearTextAsync();
        });
        await using var transport = Sample.Transport();
        Assert.Equal(MailResult.Accepted, (await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default)).Result);
        Assert.Equal(Lost, await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_goodbye_on_a_used_connection_leads_to_a_new_one()
    {
        await using var server = new ScriptedServer(
            async talk =>
            {
                await ScriptedServer.GreetAsync(talk, "PIPELINING");
                await ScriptedServer.TakeAsync(talk);
                await talk.SayAsync("421 idle for too long");
                await talk.HearAsync();
            },
            async talk =>
            {
                await ScriptedServer.GreetAsync(talk, "PIPELINING");
                await ScriptedServer.TakeAsync(talk);
            });
        await using var transport = Sample.Transport();
        await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
        Assert.Equal(MailResult.Accepted, (await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default)).Result);
        Assert.Equal(2, server.Connections);
    }

    [Fact]
    public async Task An_unused_connection_is_closed_politely_by_itself()
    {
        var heard = new TaskCompletionSource<string?>();
        await using var server = new ScriptedServer(async talk =>
        {
            await ScriptedServer.GreetAsync(talk, "PIPELINING");
            await ScriptedServer.TakeAsync(talk);
            heard.SetResult(await talk.HearAsync());
        });
        await using var transport = Sample.Transport(new SmtpTransportOptions { IdleFor = TimeSpan.FromMilliseconds(100) });
        await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
        Assert.Equal("QUIT", await heard.Task.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task At_the_end_unused_connections_are_closed_politely()
    {
        string? heard = null;
        await using var server = new ScriptedServer(async talk =>
        {
            await ScriptedServer.GreetAsync(talk, "PIPELINING");
            await ScriptedServer.TakeAsync(talk);
            heard = await talk.HearAsync();
        });
        await using (var transport = Sample.Transport())
        {
            await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
        }
        await server.DisposeAsync();
        Assert.Equal("QUIT", heard);
    }

    [Fact]
    public async Task A_fresh_connection_that_breaks_is_not_replaced()
    {
        await using var server = new ScriptedServer(talk => ScriptedServer.GreetAsync(talk, "PIPELINING"));
        await using var transport = Sample.Transport();
        Assert.Equal(Lost, await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default));
    }

    [Fact]
    public async Task A_refused_recipient_gets_no_text_even_if_the_server_waits_for_it()
    {
        string? afterwards = "unheard";
        await using var server = new ScriptedServer(async talk =>
        {
            await ScriptedServer.GreetAsync(talk, "PIPELINING");
            for (var i = 0; i < 3; i++) await talk.HearAsync();
            await talk.SayAsync("250 sender", "550 5.1.1 unknown", "354 go on");
            afterwards = await talk.HearAsync();
        });
        await using var transport = Sample.Transport();
        var receipt = await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
        await server.DisposeAsync();
        Assert.Equal(new MailReceipt(MailResult.RefusedForGood, "550 5.1.1 unknown"), receipt);
        Assert.Null(afterwards);
    }

    public static TheoryData<string, string> BadGreetings => new()
    {
        { "554 no mail from you", "554 no mail from you" },
        { "HTTP/1.1 400 Bad Request", MailReasons.NotSmtp },
        { "220", MailReasons.NoAnswerInTime },
    };

    [Theory]
    [MemberData(nameof(BadGreetings))]
    public async Task A_server_that_does_not_let_us_begin_may_do_so_later(string greeting, string reason)
    {
        await using var server = new ScriptedServer(async talk =>
        {
            await talk.SayAsync(greeting);
            await talk.HearAsync();
            await talk.HearAsync();
        });
        await using var transport = Sample.Transport(new SmtpTransportOptions { CommandTimeout = TimeSpan.FromMilliseconds(300) });
        var receipt = await transport.SendAsync(Sample.Server(server.Port), Sample.Mail, default);
        Assert.Equal(new MailReceipt(MailResult.TryLater, reason, ServerIsAway: true), receipt);
    }

    [Fact]
    [Trait("Behaviour", "DL-5")]
    public async Task A_link_that_the_server_quotes_is_masked()
    {
        const string token = "q7Jv0-3mXkT9_aaBBccDDee";
        await using var server = new ScriptedServer(async talk =>
        {
            await ScriptedServer.GreetAsync(talk);
            await talk.HearAsync();
            await talk.SayAsync($"554 5.7.1 listed: https://acme.example/r/{token} see http://help.example/spam");
            await talk.HearAsync();
            await talk.SayAsync("250 reset");
        });
        await using var transport = Sample.Transport();
        var mail = Sample.Mail with { Text = $"https://acme.example/r/{token}" };
        var receipt = await transport.SendAsync(Sample.Server(server.Port), mail, default);
        Assert.Equal("554 5.7.1 listed: https://acme.example/r/… see http://help.example/spam", receipt.Reply);
    }

    [Fact]
    public async Task The_caller_can_give_up()
    {
        using var giveUp = new CancellationTokenSource();
        await using var server = new ScriptedServer(async talk =>
        {
            await giveUp.CancelAsync();
            await talk.HearAsync();
        });
        await using var transport = Sample.Transport();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(Sample.Server(server.Port), Sample.Mail, giveUp.Token));
    }

    [Fact]
    public async Task A_server_that_is_away_can_be_tried_again()
    {
        await using var transport = Sample.Transport();
        var receipt = await transport.SendAsync(Sample.Server(1), Sample.Mail, default);
        Assert.Equal(new MailReceipt(MailResult.TryLater, MailReasons.Unreachable, ServerIsAway: true), receipt);
    }

    [Fact]
    [Trait("Behaviour", "DL-6")]
    public async Task A_private_server_that_the_operator_did_not_allow_is_not_reached()
    {
        await using var transport = new SmtpTransport(new OutgoingGate([]), TimeProvider.System);
        var receipt = await transport.SendAsync(Sample.Server(25), Sample.Mail, default);
        Assert.Equal(new MailReceipt(MailResult.TryLater, OutgoingRefusedException.Reason, ServerIsAway: true), receipt);
    }
}
