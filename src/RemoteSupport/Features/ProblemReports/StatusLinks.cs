using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>
/// The reporter's link to the state of their report, for who cannot sign in. Its token is derived when a mail is sent; here stands its hash (DL-5). It
/// works until 30 days after the report was resolved, and not for an account that was deactivated.
/// </summary>
internal sealed class StatusLinks(Db db, LinkTokens tokens, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>What its token is derived for.</summary>
    public const string Purpose = "problem-report";

    private static readonly TimeSpan ValidAfterEnd = TimeSpan.FromDays(30);

    /// <summary>The link as it stands in a message.</summary>
    public static SecretLink To(Guid reportId) => new(Purpose, reportId, "/report-status/{token}");

    /// <summary>What is kept of it.</summary>
    public byte[] HashOf(Guid reportId) => LinkTokens.HashOf(tokens.TokenFor(Purpose, tenancy.Tenant.Id, reportId));

    /// <summary>When the link dies by the clock, as far as can be said today; null when it is dead.</summary>
    public Task<DateTimeOffset?> EndsAtAsync(Guid reportId, CancellationToken ct) =>
        db.FindAsync<DateTimeOffset?>(
            """
            select coalesce(r.resolved_at, @now) + @ValidAfterEnd
            from problem_reports r
            left join accounts a on a.id = r.reporter_id
            where r.id = @reportId and (r.resolved_at is null or r.resolved_at > @now - @ValidAfterEnd) and a.status is distinct from 'deactivated'
            """,
            new { reportId, ValidAfterEnd, now = clock.GetUtcNow() }, ct);

    /// <summary>The report behind a token; null when it leads nowhere (any more). Looking changes nothing (AC-11).</summary>
    public async Task<Guid?> FindAsync(string? token, CancellationToken ct)
    {
        if (!LinkTokens.TryHash(token, out var hash)) return null;
        return await db.FindAsync<Guid?>(
            """
            select r.id from problem_reports r
            left join accounts a on a.id = r.reporter_id
            where r.token_hash = @hash and (r.resolved_at is null or r.resolved_at > @since) and a.status is distinct from 'deactivated'
            """,
            new { hash, since = clock.GetUtcNow() - ValidAfterEnd }, ct);
    }
}
