using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Tells the requester what became of it (RA-13), in the requester's language. Whoever is no longer active is told nothing.</summary>
internal sealed class RequesterMails(Db db, Outbox outbox)
{
    /// <summary>Where a supporter goes on with an organization.</summary>
    public static string PageOf(Guid organizationId) => $"/support-hub/request-access/{organizationId}";

    /// <summary>Until when, and how long.</summary>
    public Task ApprovedAsync(AccessRequest approved, CancellationToken ct) =>
        QueueAsync(approved.RequesterId, words => new AccessApprovedEmail(
            approved.Grant, approved.DecidedByName!, approved.OrganizationName, words.Duration(approved.GrantedDuration!.Value),
            approved.GrantedDuration == approved.RequestedDuration ? "" : words.Duration(approved.RequestedDuration), words.Instant(approved.ExpiresAt!.Value),
            approved.ExtendsId is not null, words.LinkTo(PageOf(approved.OrganizationId))), ct);

    /// <summary>No, and why.</summary>
    public Task RejectedAsync(AccessRequest rejected, CancellationToken ct) =>
        QueueAsync(rejected.RequesterId, _ => new AccessRejectedEmail(rejected.Grant, rejected.DecidedByName!, rejected.OrganizationName, rejected.Reason ?? ""), ct);

    /// <summary>Taken back, and why.</summary>
    public async Task RevokedAsync(Guid grant, string cause, CancellationToken ct)
    {
        var revoked = await db.SingleAsync<Revoked>(
            """
            select r.requester_id, o.name as organization, e.name as by, r.reason, r.ended_at
            from access_requests r join organization_gates o on o.id = r.organization_id left join accounts e on e.id = r.ended_by
            where r.id = @grant
            """,
            new { grant }, ct);
        await QueueAsync(revoked.RequesterId, words => new AccessRevokedEmail(
            grant, revoked.By ?? "", revoked.Organization, revoked.Reason ?? "", words.Instant(revoked.EndedAt), cause == "managed_by_changed"), ct);
    }

    private async Task QueueAsync(Guid requester, Func<RecipientWords, Message> write, CancellationToken ct)
    {
        var recipient = await db.FindAsync<Recipient>("select email as address, name, language, time_zone from accounts where id = @requester and status = 'active'", new { requester }, ct);
        if (recipient is not null) await outbox.QueueAsync(recipient, write);
    }

    private sealed record Revoked(Guid RequesterId, string Organization, string? By, string? Reason, DateTimeOffset EndedAt);
}
