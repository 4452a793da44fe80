using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>
/// Counts wrong passwords in a row (AC-1, AC-2, AC-4). A try is counted before its password is checked, by one statement, so that however many
/// come at once, on however many nodes, five are checked at most; success takes the count back.
/// </summary>
internal sealed class Tries(Db db, KeyedHash hash, KnownDevices devices, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>Counts this try; the answer says whether its password may be looked at.</summary>
    public async Task<Attempt> CountAsync(string emailKey, Guid? accountId)
    {
        var now = clock.GetUtcNow();
        var key = hash.Of(tenancy.Tenant.Id, emailKey, devices.KnownFor(accountId));
        var counted = await db.SingleAsync<Counted>(
            """
            insert into sign_in_tries as t (key, account_id, failures, last_try_at, due_at)
            values (@key, @accountId, 1, @now, @sweepAt)
            on conflict (tenant_id, key) do update set
              account_id = excluded.account_id,
              failures = case when t.failures >= @Most and t.last_try_at <= @lockedSince then 1 else least(t.failures, @Most) + 1 end,
              last_try_at = greatest(t.last_try_at, excluded.last_try_at),
              due_at = excluded.due_at
            returning failures, last_try_at
            """,
            new { key, accountId, now, lockedSince = now - Lockout.For, sweepAt = accountId is null ? now + Lockout.UnknownKeptFor : (DateTimeOffset?)null, Lockout.Most });
        return new Attempt(key, counted.Failures, counted.LastTryAt + Lockout.For, counted.LastTryAt + Lockout.For - now);
    }

    /// <summary>Sets the count back to 0: the password was right.</summary>
    public Task<int> ForgetAsync(Attempt attempt) => db.RunAsync("delete from sign_in_tries where key = @Key", new { attempt.Key });

    /// <summary>Forgets all of an account's, on every device; also those of when its address was not an account's yet.</summary>
    public Task<int> ForgetAllAsync(Guid accountId, string emailKey) =>
        db.RunAsync("delete from sign_in_tries where account_id = @accountId or key = @key", new { accountId, key = hash.Of(tenancy.Tenant.Id, emailKey) });

    private sealed record Counted(int Failures, DateTimeOffset LastTryAt);
}

/// <summary>One try, counted. While locked every try, right or wrong, is refused and restarts the wait.</summary>
internal sealed record Attempt(byte[] Key, int Number, DateTimeOffset OpensAt, TimeSpan OpensIn)
{
    /// <summary>False while the account is locked, and for a try beyond five in flight.</summary>
    public bool MayCheck => Number <= Lockout.Most;

    /// <summary>The try that locks when its password is wrong.</summary>
    public bool IsLast => Number == Lockout.Most;
}

/// <summary>The rule's numbers.</summary>
internal static class Lockout
{
    /// <summary>Wrong passwords in a row that lock (AC-1).</summary>
    public static int Most => 5;

    /// <summary>A locked account opens this long after the last try (AC-2).</summary>
    public static TimeSpan For { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Tries for an unknown address are forgotten after a day without tries (AC-3).</summary>
    public static TimeSpan UnknownKeptFor { get; } = TimeSpan.FromDays(1);
}
