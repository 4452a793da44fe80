using RemoteSupport.Features.Sessions;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>
/// Records that an account has locked and tells its holder: at most once a day, unless somebody tries from a network not seen before (AC-5).
/// </summary>
internal sealed class LockNotice(Db db, Outbox outbox, AuditTrail audit, Caller caller, Nobody nobody, TimeProvider clock)
{
    private const string Network = "network(set_masklen(@Address::inet, case family(@Address::inet) when 4 then 24 else 48 end))";

    /// <summary>Writes the audit entry, and the mail if it is due.</summary>
    public Task TellAsync(Guid accountId, string name, Guid? organizationId, Attempt attempt) =>
        db.InTransactionAsync(async () =>
        {
            await QueueAsync(accountId, attempt);
            audit.Target("account", accountId, name, organizationId);
            await audit.WriteAsync("LockAccount");
        });

    /// <summary>Takes as long for an address behind which nobody can sign in (AC-3); of all that only the audit entry stays.</summary>
    public Task PretendAsync(Attempt attempt) =>
        db.InTransactionAsync(async () =>
        {
            await nobody.PretendAsync(id => QueueAsync(id, attempt));
            await audit.WriteAsync("LockAccount");
        });

    /// <summary>From now on this network is not new for the account.</summary>
    public Task<int> RememberNetworkAsync(Guid accountId) =>
        db.RunAsync($"insert into account_networks (account_id, network) values (@accountId, {Network}) on conflict do nothing", new { accountId, caller.Address });

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
            words.Instant(now), caller.Address.ToString(), DeviceName.ForMail(caller.Device, words.Localizer), words.Instant(attempt.OpensAt), words.LinkTo("/reset-password")));
    }
}

/// <summary>Tells the holder of an account that it locked: when, from where, and what to do (AC-5, AC-10).</summary>
[MessageText("Account locked", "To the holder of an account when five wrong passwords have locked it.")]
public sealed record AccountLockedEmail(string At, string Ip, string Device, string OpensAt, string ResetUrl)
    : Message, IMessage<AccountLockedEmail>
{
    /// <inheritdoc />
    public static AccountLockedEmail Sample(SampleWords words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new(words.In(TimeSpan.FromMinutes(-1)), "203.0.113.7", "Firefox, Windows", words.In(TimeSpan.FromMinutes(14)), words.LinkTo("/reset-password"));
    }
}
