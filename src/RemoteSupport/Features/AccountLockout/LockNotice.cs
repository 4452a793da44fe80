using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>
/// Records that an account has locked and tells its holder: at most once a day, unless somebody tries from a network not seen before (AC-5).
/// </summary>
internal sealed class LockNotice(Db db, Outbox outbox, AuditTrail audit, Caller caller, Links links, TimeProvider clock)
{
    private const string Network = "network(set_masklen(@Address::inet, case family(@Address::inet) when 4 then 24 else 48 end))";

    /// <summary>Writes the audit entry, and the mail if it is due.</summary>
    public Task TellAsync(Guid accountId, string name, Guid? organizationId, Attempt attempt) =>
        db.InTransactionAsync(async () =>
        {
            audit.Target("account", accountId, name, organizationId);
            await audit.WriteAsync("LockAccount");
            await QueueAsync(accountId, attempt);
        });

    private async Task QueueAsync(Guid accountId, Attempt attempt)
    {
        var now = clock.GetUtcNow();
        var holder = await db.FindAsync<Recipient>(
            $"""
            update accounts set lock_told_at = @now
            where id = @accountId
              and (lock_told_at is null or lock_told_at <= @aDayAgo
                   or not exists (select from account_networks n where n.account_id = @accountId and n.network = {Network}))
            returning email as address, name, language, time_zone
            """,
            new { accountId, now, aDayAgo = now - TimeSpan.FromDays(1), caller.Address });
        if (holder is null) return;

        await RememberNetworkAsync(accountId);
        await outbox.QueueAsync(holder, words => new AccountLockedEmail(
            words.Instant(now), caller.Address.ToString(), caller.Device, words.Instant(attempt.OpensAt), links.To("/reset-password")));
    }

    /// <summary>From now on this network is not new for the account.</summary>
    public Task<int> RememberNetworkAsync(Guid accountId) =>
        db.RunAsync($"insert into account_networks (account_id, network) values (@accountId, {Network}) on conflict do nothing", new { accountId, caller.Address });
}

/// <summary>Tells the holder of an account that it locked: when, from where, and what to do (AC-5, AC-10).</summary>
public sealed record AccountLockedEmail(string At, string Ip, string Device, string OpensAt, string ResetUrl) : Message;
