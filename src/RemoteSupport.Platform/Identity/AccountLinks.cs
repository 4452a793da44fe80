using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Identity;

/// <summary>
/// Single-use links of an account, such as the one that resets its password (AC-6). A new one cancels older ones of its purpose. The token is
/// derived when its message is sent; here stands only its hash (DL-5). Looking at a link uses nothing up (AC-11).
/// </summary>
public sealed class AccountLinks(Db db, LinkTokens tokens, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    private const int MostAnHour = 5;
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(30);

    /// <summary>Makes a link and answers its id, from which its token is derived. Call it inside the transaction of its message.</summary>
    public async Task<Guid> IssueAsync(string purpose, Guid accountId, TimeSpan validFor)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var hash = LinkTokens.HashOf(tokens.TokenFor(purpose, tenancy.Tenant.Id, id));
        await db.RunAsync("select from accounts where id = @accountId for update", new { accountId });
        await CancelAsync(purpose, accountId);
        await db.RunAsync(
            """
            insert into account_links (id, purpose, account_id, token_hash, created_at, expires_at, due_at)
            values (@id, @purpose, @accountId, @hash, @now, @expiresAt, @dueAt)
            """,
            new { id, purpose, accountId, hash, now, expiresAt = now + validFor, dueAt = now + validFor + KeptAfterEnd });
        return id;
    }

    /// <summary>Makes an account's open link of a purpose useless.</summary>
    public Task<int> CancelAsync(string purpose, Guid accountId) =>
        db.RunAsync(
            "update account_links set cancelled_at = @now where account_id = @accountId and purpose = @purpose and used_at is null and cancelled_at is null",
            new { now = clock.GetUtcNow(), accountId, purpose });

    /// <summary>False once an account got this many links within an hour: its mailbox is not ours to fill. Null stands for no account.</summary>
    public async Task<bool> MayIssueAsync(Guid? accountId) =>
        await db.SingleAsync<long>(
            "select count(*) from account_links where account_id = @accountId and created_at > @anHourAgo",
            new { accountId, anHourAgo = clock.GetUtcNow() - TimeSpan.FromHours(1) }) < MostAnHour;

    /// <summary>When an open link dies by the clock; null when it is dead already, or its account has no longer the status that it is for.</summary>
    public Task<DateTimeOffset?> EndsAtAsync(string purpose, Guid id, string status, CancellationToken ct) =>
        db.FindAsync<DateTimeOffset?>(
            """
            select l.expires_at
            from account_links l
            join accounts a on a.id = l.account_id
            where l.id = @id and l.purpose = @purpose and l.used_at is null and l.cancelled_at is null and l.expires_at > @now and a.status = @status
            """,
            new { id, purpose, status, now = clock.GetUtcNow() }, ct);

    /// <summary>What a token stands for and whether it still can be used; null when it stands for nothing here.</summary>
    public async Task<AccountLink?> FindAsync(string purpose, string? token)
    {
        if (!LinkTokens.TryHash(token, out var hash)) return null;
        return await db.FindAsync<AccountLink>(
            """
            select l.account_id, a.email, a.name, a.role, a.organization_id, a.status, l.used_at is not null as is_used,
                   l.used_at is null and (l.cancelled_at is not null or l.expires_at <= @now) as is_expired
            from account_links l
            join accounts a on a.id = l.account_id
            where l.token_hash = @hash and l.purpose = @purpose
            """,
            new { hash, purpose, now = clock.GetUtcNow() });
    }

    /// <summary>Uses a link up; true for exactly one caller, however many come at once.</summary>
    public async Task<bool> UseAsync(string purpose, string token)
    {
        if (!LinkTokens.TryHash(token, out var hash)) return false;
        return await db.RunAsync(
            """
            update account_links set used_at = @now
            where token_hash = @hash and purpose = @purpose and used_at is null and cancelled_at is null and expires_at > @now
            """,
            new { hash, purpose, now = clock.GetUtcNow() }) == 1;
    }
}

/// <summary>A link as found by its token. Expired also means cancelled by a newer one.</summary>
public sealed record AccountLink(Guid AccountId, string Email, string Name, string Role, Guid? OrganizationId, string Status, bool IsUsed, bool IsExpired);
