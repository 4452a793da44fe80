using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>Whoever has just set a password by a link from their mailbox is let in at once: wrong tries of before are forgotten (AC-6).</summary>
internal sealed class LiftLock(Db db, Tries tries) : INotificationHandler<PasswordChanged>, INotificationHandler<AccountActivated>
{
    public Task Handle(PasswordChanged notification, CancellationToken cancellationToken) => ForgetAsync(notification.AccountId, cancellationToken);

    public Task Handle(AccountActivated notification, CancellationToken cancellationToken) => ForgetAsync(notification.AccountId, cancellationToken);

    private async Task ForgetAsync(Guid accountId, CancellationToken ct)
    {
        var key = await db.SingleAsync<string>("select email_key from accounts where id = @accountId", new { accountId }, ct);
        await tries.ForgetAllAsync(accountId, key);
    }
}
