using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Activation;

/// <summary>Issues the link and queues its mail, in the transaction of whoever invited. Older links of the account die.</summary>
internal sealed class SendActivationLink(Db db, AccountLinks links, Outbox outbox, TimeProvider clock) : INotificationHandler<AccountInvited>
{
    public async Task Handle(AccountInvited notification, CancellationToken cancellationToken)
    {
        var holder = await db.SingleAsync<Recipient>(
            "select email as address, name, language, time_zone from accounts where id = @AccountId and status = 'invited'",
            new { notification.AccountId }, cancellationToken);
        var id = await links.IssueAsync(ActivationLink.Purpose, notification.AccountId, ActivationLink.ValidFor);
        var link = new SecretLink(ActivationLink.Purpose, id, ActivationLink.Path);
        var expiresAt = clock.GetUtcNow() + ActivationLink.ValidFor;
        await outbox.QueueAsync(holder, words => new ActivationEmail(link, holder.Address, words.Instant(expiresAt)));
    }
}
