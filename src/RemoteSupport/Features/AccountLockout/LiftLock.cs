using MediatR;
using RemoteSupport.Features.Activation;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>Whoever has just set a password by a link from their mailbox is let in at once: wrong tries of before are forgotten (AC-6).</summary>
internal sealed class LiftLock(Db db) : INotificationHandler<PasswordChanged>, INotificationHandler<AccountActivated>
{
    public Task Handle(PasswordChanged notification, CancellationToken cancellationToken) => ForgetAsync(notification.AccountId, cancellationToken);

    public Task Handle(AccountActivated notification, CancellationToken cancellationToken) => ForgetAsync(notification.AccountId, cancellationToken);

    private Task<int> ForgetAsync(Guid accountId, CancellationToken ct) =>
        db.RunAsync("delete from sign_in_tries where account_id = @accountId", new { accountId }, ct);
}
