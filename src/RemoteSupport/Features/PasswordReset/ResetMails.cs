using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Sends the link that sets a new password, or takes the same steps and the same time without sending anything (AC-3).</summary>
internal sealed class ResetMails(Db db, AccountLinks links, Outbox outbox, Caller caller, TimeProvider clock)
{
    private static readonly Recipient Nobody = new("nobody@invalid.invalid", "Nobody", null, null);

    /// <summary>Issues the link and queues its mail, in the running transaction.</summary>
    public async Task QueueAsync(Guid accountId, Recipient holder)
    {
        var link = new SecretLink(ResetLink.Purpose, await links.IssueAsync(ResetLink.Purpose, accountId, ResetLink.ValidFor), ResetLink.Path);
        var expiresAt = clock.GetUtcNow() + ResetLink.ValidFor;
        await outbox.QueueAsync(holder, words => new PasswordResetEmail(link, words.Instant(expiresAt), caller.Address.ToString()));
    }

    /// <summary>Does the same for somebody who does not exist, and takes it all back.</summary>
    public async Task PretendAsync()
    {
        var now = clock.GetUtcNow();
        var nobody = Guid.CreateVersion7(now);
        await db.RunAsync(
            """
            savepoint nobody;
            insert into accounts (id, email, email_key, name, kind, role, status, created_at)
            values (@nobody, @Address, @nobody::text, 'Nobody', 'partner', 'supporter', 'invited', @now)
            """,
            new { nobody, Nobody.Address, now });
        await QueueAsync(nobody, Nobody);
        await db.RunAsync("rollback to savepoint nobody");
    }
}
