using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Sends the link that sets a new password, or takes the same steps and the same time without sending anything (AC-3).</summary>
internal sealed class ResetMails(Nobody nobody, AccountLinks links, Outbox outbox, Caller caller, TimeProvider clock)
{
    private static readonly Recipient Stranger = new("nobody@invalid.invalid", "Nobody", null, null);

    /// <summary>Issues the link and queues its mail, in the running transaction.</summary>
    public async Task QueueAsync(Guid accountId, Recipient holder)
    {
        var link = new SecretLink(ResetLink.Purpose, await links.IssueAsync(ResetLink.Purpose, accountId, ResetLink.ValidFor), ResetLink.Path);
        var expiresAt = clock.GetUtcNow() + ResetLink.ValidFor;
        await outbox.QueueAsync(holder, words => new PasswordResetEmail(link, words.Instant(expiresAt), caller.Address.ToString()));
    }

    /// <summary>Does the same for somebody who does not exist, and takes it all back.</summary>
    public Task PretendAsync() => nobody.PretendAsync(id => QueueAsync(id, Stranger));
}
