using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Activation;

/// <summary>
/// Issues the link and queues its mail, in the transaction of whoever invited. Older links of the account die. Where the address is another account's, its
/// holder is told instead; the link is made all the same, so that limits and time are (AC-3), and nobody gets it.
/// </summary>
internal sealed class SendActivationLink(Db db, AccountLinks links, Outbox outbox, TimeProvider clock) : INotificationHandler<AccountInvited>
{
    public async Task Handle(AccountInvited notification, CancellationToken cancellationToken)
    {
        var reader = await db.SingleAsync<Reader>(
            $"""
            select h.id is not null as is_holder, coalesce(o.name, '') as organization, coalesce(h.email, a.email) as email, coalesce(h.name, a.name) as name,
                   case when h.id is null then a.language else h.language end as language, case when h.id is null then a.time_zone else h.time_zone end as time_zone
            from accounts a
            left join accounts h on h.email_key = {TakenAddress.HolderKey}
            left join organization_gates o on o.id = a.organization_id
            where a.id = @AccountId and a.status = 'invited'
            """,
            new { notification.AccountId }, cancellationToken);
        var id = await links.IssueAsync(ActivationLink.Purpose, notification.AccountId, ActivationLink.ValidFor);
        var link = new SecretLink(ActivationLink.Purpose, id, ActivationLink.Path);
        var expiresAt = clock.GetUtcNow() + ActivationLink.ValidFor;
        await outbox.QueueAsync(
            new Recipient(reader.Email, reader.Name, reader.Language, reader.TimeZone),
            words => reader.IsHolder ? new AddressTakenEmail(reader.Organization, reader.Email, words.LinkTo("/sign-in")) : new ActivationEmail(link, reader.Email, words.Instant(expiresAt)));
    }

    private sealed record Reader(bool IsHolder, string Organization, string Email, string Name, string? Language, string? TimeZone);
}
