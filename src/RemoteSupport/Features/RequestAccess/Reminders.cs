using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Reminds requesters that their access is about to end (RA-13): once, and again when the end has moved.</summary>
internal sealed class Reminders(Db db, Outbox outbox, TimeProvider clock)
{
    private const int Batch = 500;

    /// <summary>A batch of those due; answers how many they were.</summary>
    public async Task<int> SendBatchAsync(CancellationToken ct)
    {
        var ending = await db.ListAsync<Ending>(
            """
            with ending as materialized (
              select id from access_requests
              where due_at <= @now and state = 'approved' and expires_at > @now
              order by due_at limit @Batch for update skip locked)
            update access_requests r set warned_at = @now, due_at = r.expires_at
            from ending, organization_gates o, accounts a
            where r.id = ending.id and o.id = r.organization_id and a.id = r.requester_id
            returning r.id, r.organization_id, r.expires_at, o.name as organization, a.status = 'active' as is_told, a.email as address, a.name, a.language, a.time_zone
            """,
            new { Batch, now = clock.GetUtcNow() }, ct);
        await outbox.QueueAllAsync([.. ending.Where(one => one.IsTold).Select(one => (one.Recipient, (Func<RecipientWords, Message>)one.Mail))]);
        return ending.Count;
    }

    private sealed record Ending(
        Guid Id, Guid OrganizationId, DateTimeOffset ExpiresAt, string Organization, bool IsTold, string Address, string Name, string? Language, string? TimeZone)
    {
        public Recipient Recipient => new(Address, Name, Language, TimeZone);

        public AccessEndingEmail Mail(RecipientWords words) => new(Id, Organization, words.Instant(ExpiresAt), words.LinkTo(RequesterMails.PageOf(OrganizationId)));
    }
}
