using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Calls;

/// <summary>Mails a missed call to whoever invited; a guest who rings again and again is one mail in a while.</summary>
internal sealed class MissedCallMail(Db db, Outbox outbox)
{
    /// <summary>In the transaction that made it a missed one.</summary>
    public async Task SendAsync(Call call, DateTimeOffset now)
    {
        var inviter = await db.FindAsync<Inviter>(
            """
            select a.email, a.name, a.language, a.time_zone from accounts a
            where a.id = @InviterId and a.status = 'active'
              and not exists (select from calls c where c.invitation_id = @InvitationId and c.id <> @Id and c.state = 'missed' and c.end_reason <> 'cancelled' and c.ended_at > @since)
            """,
            new { call.Id, call.InviterId, call.InvitationId, since = now - CallRules.MailPause });
        if (inviter is null) return;
        await outbox.QueueAsync(new Recipient(inviter.Email, inviter.Name, inviter.Language, inviter.TimeZone), words => new MissedCallEmail(
            call.InvitationId, call.Invitee, words.Instant(call.RangAt), call.LinkEndsAt > now, words.Instant(call.LinkEndsAt), words.LinkTo($"/calls/{call.Id}")));
    }

    private sealed record Inviter(string Email, string Name, string? Language, string? TimeZone);
}
