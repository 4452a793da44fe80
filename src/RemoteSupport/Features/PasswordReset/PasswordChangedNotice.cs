using MediatR;
using RemoteSupport.Features.Sessions;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Tells the holder that the password changed, so that nobody else can change it unnoticed; reset links still under way die with it.</summary>
internal sealed class PasswordChangedNotice(Db db, AccountLinks accountLinks, Outbox outbox, Caller caller, TimeProvider clock)
    : INotificationHandler<PasswordChanged>
{
    public async Task Handle(PasswordChanged notification, CancellationToken cancellationToken)
    {
        await accountLinks.CancelAsync(ResetLink.Purpose, notification.AccountId);
        var holder = await db.SingleAsync<Recipient>(
            "select email as address, name, language, time_zone from accounts where id = @AccountId", new { notification.AccountId }, cancellationToken);
        await outbox.QueueAsync(holder, words => new PasswordChangedEmail(
            words.Instant(clock.GetUtcNow()), caller.Address.ToString(), DeviceName.ForMail(caller.Device, words.Localizer), words.LinkTo("/reset-password")));
    }
}
