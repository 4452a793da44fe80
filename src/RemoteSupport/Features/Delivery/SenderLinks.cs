using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Delivery;

/// <summary>
/// The link by which the holder of an address allows a tenant to send from it (DL-6). Its token is derived at sending; here stands its hash
/// (DL-5). A new link, or another address, makes the older one useless.
/// </summary>
internal sealed class SenderLinks(Db db, Outbox outbox, SenderProof proof, Caller caller)
{
    private const int MostAnHour = 5;
    private static readonly TimeSpan ValidFor = TimeSpan.FromHours(24);

    /// <summary>Sends a link unless the address needs none; a refusal when there were too many.</summary>
    public async Task<Refusal?> AskIfNeededAsync(string sender) => proof.IsOfPlatform(sender) ? null : await AskAsync(sender);

    /// <summary>Sends a link; a refusal when there were too many.</summary>
    public async Task<Refusal?> AskAsync(string sender)
    {
        var now = proof.Now;
        var sent = await db.SingleAsync<long>("select count(*) from messages where message = 'sender-confirmation' and created_at > @since", new { since = now - TimeSpan.FromHours(1) });
        if (sent >= MostAnHour) return new TooManyLinks(TimeSpan.FromHours(1));
        var (link, hash) = proof.NewLink();
        await db.RunAsync("update delivery_settings set confirm_hash = @hash, confirm_until = @until", new { hash, until = now + ValidFor });
        await outbox.QueueAsync(
            new Recipient(sender, null, caller.Session?.Language, caller.Session?.TimeZone), words => new SenderConfirmationEmail(link, sender, words.Instant(now + ValidFor)));
        return null;
    }

    /// <summary>The address that a token stands for; null when it stands for nothing (any more). Looking changes nothing (AC-11).</summary>
    public async Task<string?> FindAsync(string? token) => LinkTokens.TryHash(token, out var hash)
        ? await db.FindAsync<string>("select sender from delivery_settings where confirm_hash = @hash and confirm_until > @now", new { hash, now = proof.Now })
        : null;

    /// <summary>Uses a link up; the address that may be sent from now on, or null.</summary>
    public async Task<string?> UseAsync(string? token) => LinkTokens.TryHash(token, out var hash)
        ? await db.FindAsync<string>(
            """
            update delivery_settings set sender_confirmed_at = @now, confirm_hash = null, confirm_until = null, mail_version = mail_version + 1
            where confirm_hash = @hash and confirm_until > @now
            returning sender
            """,
            new { hash, now = proof.Now })
        : null;
}
