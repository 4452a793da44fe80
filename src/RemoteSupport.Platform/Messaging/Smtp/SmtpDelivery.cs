using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Carries one letter over one connection.</summary>
internal sealed class SmtpDelivery(SmtpConnection connection, Letter letter, SmtpTransportOptions options)
{
    /// <summary>From here on the server may have taken the letter.</summary>
    public bool DotSent { get; private set; }

    /// <summary>The server said goodbye before it could take anything.</summary>
    public bool WasSentAway { get; private set; }

    /// <summary>The connection stands where the next letter can begin.</summary>
    public bool LeftClean { get; private set; } = true;

    /// <exception cref="IOException">The connection is lost.</exception>
    public async Task<MailReceipt> RunAsync(CancellationToken ct)
    {
        CheckOffers();
        LeftClean = false;
        connection.Messages++;
        var replies = await EnvelopeAsync(ct);
        var refusal = replies.Find(r => !r.IsGood && !r.WantsData);
        if (refusal is not null) return await TurnBackAsync(refusal, replies[^1].WantsData, ct);
        if (!replies[^1].WantsData) throw MailNotSent.TryLater(MailReasons.NotSmtp);
        DotSent = true;
        var reply = (await connection.AskAsync(letter.Block, 1, options.DataTimeout, ct))[0];
        LeftClean = !reply.SaysGoodbye;
        return Receipt(reply);
    }

    private void CheckOffers()
    {
        if (letter.NeedsUtf8 && !connection.Offers.SmtpUtf8) throw MailNotSent.ForGood(MailReasons.NoInternationalAddresses);
        if (letter.Size > connection.Offers.LargestMessage) throw MailNotSent.ForGood(MailReasons.TooLarge);
    }

    private async Task<List<SmtpReply>> EnvelopeAsync(CancellationToken ct)
    {
        string[] commands = [From(), $"RCPT TO:<{letter.To}>\r\n", "DATA\r\n"];
        if (connection.Offers.Pipelining) return await AskAsync(string.Concat(commands), commands.Length, ct);
        var replies = new List<SmtpReply>();
        foreach (var command in commands)
        {
            replies.AddRange(await AskAsync(command, 1, ct));
            if (!replies[^1].IsGood) break;
        }
        return replies;
    }

    private string From()
    {
        var size = connection.Offers.Size ? $" SIZE={letter.Size}" : "";
        var body = letter.NeedsUtf8 && connection.Offers.EightBitMime ? " BODY=8BITMIME" : "";
        var utf8 = letter.NeedsUtf8 ? " SMTPUTF8" : "";
        return $"MAIL FROM:<{letter.ReturnPath}>{size}{body}{utf8}\r\n";
    }

    private Task<List<SmtpReply>> AskAsync(string commands, int replies, CancellationToken ct) =>
        connection.AskAsync(Encoding.UTF8.GetBytes(commands), replies, options.CommandTimeout, ct);

    /// <summary>A server that waits for the text all the same gets none: the connection is closed instead.</summary>
    private async Task<MailReceipt> TurnBackAsync(SmtpReply refusal, bool waitsForText, CancellationToken ct)
    {
        WasSentAway = refusal.SaysGoodbye;
        if (!waitsForText && !WasSentAway) LeftClean = await ResetAsync(ct);
        return Receipt(refusal);
    }

    private async Task<bool> ResetAsync(CancellationToken ct)
    {
        try
        {
            return (await AskAsync("RSET\r\n", 1, ct))[0].IsGood;
        }
        catch (Exception failure) when (failure is IOException or MailNotSent)
        {
            // The refusal is what counts; only the connection is not used again.
            return false;
        }
    }

    private MailReceipt Receipt(SmtpReply reply)
    {
        var result = reply.IsGood ? MailResult.Accepted : reply.IsForGood ? MailResult.RefusedForGood : MailResult.TryLater;
        return new MailReceipt(result, SafeReply.Of(reply, letter.Mail));
    }
}
