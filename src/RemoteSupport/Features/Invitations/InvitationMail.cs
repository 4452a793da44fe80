using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Invitations;

/// <summary>What an invitation's message is made of.</summary>
internal sealed record Mailed(Guid Id, string Channel, string Language, string Address, Guid InviterId, DateTimeOffset ExpiresAt);

/// <summary>Writes an invitation's message, by e-mail or SMS: to be sent, or only to be looked at.</summary>
internal sealed class InvitationMail(Db db, Outbox outbox, InvitationLinks links, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>Queues it in the running transaction; the inviter's pages follow it.</summary>
    public async Task<Guid> QueueAsync(Mailed mailed, CancellationToken ct)
    {
        var from = await FromAsync(mailed.InviterId, ct);
        var message = (Recipient: new Recipient(mailed.Address, null, mailed.Language, null), Write: (Func<RecipientWords, Message>)(words => Message(mailed, InvitationLinks.To(mailed.Id), from, words)));
        return (await outbox.QueueAllAsync([message]))[0];
    }

    /// <summary>The same with a link that leads nowhere.</summary>
    public async Task<Message> ExampleAsync(Mailed mailed, RecipientWords words, CancellationToken ct) => Message(mailed, links.Example(), await FromAsync(mailed.InviterId, ct), words);

    private Message Message(Mailed mailed, SecretLink link, From from, RecipientWords words)
    {
        // Of no use once the link is dead (DL-2).
        var life = Earlier(TimeSpan.FromDays(1), mailed.ExpiresAt - clock.GetUtcNow());
        return mailed.Channel == Channels.Email
            ? new InvitationEmail(link, from.Inviter, from.Company, words.Instant(mailed.ExpiresAt)) { FollowedOn = Topics.Person(mailed.InviterId), Life = life }
            : new InvitationSms(link, from.Inviter, from.Company) { FollowedOn = Topics.Person(mailed.InviterId), Life = life };
    }

    private async Task<From> FromAsync(Guid inviter, CancellationToken ct) => await db.SingleAsync<From>(
        "select a.name as inviter, coalesce(o.name, @partner) as company from accounts a left join organization_gates o on o.id = a.organization_id where a.id = @inviter",
        new { inviter, partner = tenancy.Tenant.Name }, ct);

    private static TimeSpan Earlier(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private sealed record From(string Inviter, string Company);
}
