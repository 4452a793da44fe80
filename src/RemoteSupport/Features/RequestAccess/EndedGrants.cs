using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Tells owners how granted access ended, whatever ended it (RA-13): who was in, from when to when, and what came of it.</summary>
internal sealed class EndedGrants(Db db, Outbox outbox)
{
    /// <summary>Queues a mail a grant, after the logins under it have ended in the same transaction.</summary>
    public async Task TellOwnersAsync(IReadOnlyCollection<Guid> grants, CancellationToken ct)
    {
        if (grants.Count == 0) return;
        var ended = await db.ListAsync<Ended>(
            """
            select r.id, o.name as organization, requester.name as requester, r.state, r.decided_at as since, r.ended_at, ender.name as ended_by, r.reason,
              owner.email as address, owner.name, coalesce(owner.language, o.language) as language, coalesce(owner.time_zone, o.time_zone) as time_zone
            from access_requests r
            join organization_gates o on o.id = r.organization_id
            join accounts requester on requester.id = r.requester_id
            join accounts owner on owner.organization_id = r.organization_id and owner.role = 'owner' and owner.status <> 'deactivated'
            left join accounts ender on ender.id = r.ended_by
            where r.id = any (@grants)
            """,
            new { grants = grants.ToArray() }, ct);
        var visits = (await db.ListAsync<Visit>(
            """
            select l.grant_id, a.name, l.started_at, l.ended_at
            from logins_under_grants l join accounts a on a.id = l.account_id
            where l.grant_id = any (@grants)
            order by l.id
            """,
            new { grants = grants.ToArray() }, ct)).ToLookup(visit => visit.GrantId);
        await outbox.QueueAllAsync([.. ended.Select(one => (one.Recipient, (Func<RecipientWords, Message>)(words => one.Mail(words, visits[one.Id]))))]);
    }

    private sealed record Visit(Guid GrantId, string Name, DateTimeOffset StartedAt, DateTimeOffset? EndedAt)
    {
        public string In(RecipientWords words, DateTimeOffset grantEndedAt) =>
            words.Localizer["{0}: from {1} to {2}", Name, words.Instant(StartedAt), words.Instant(EndedAt ?? grantEndedAt)];
    }

    private sealed record Ended(
        Guid Id, string Organization, string Requester, string State, DateTimeOffset Since, DateTimeOffset EndedAt, string? EndedBy, string? Reason,
        string Address, string Name, string? Language, string? TimeZone)
    {
        public Recipient Recipient => new(Address, Name, Language, TimeZone);

        public AccessEndedEmail Mail(RecipientWords words, IEnumerable<Visit> visits) => new(
            Id, Organization, Requester, words.Instant(Since), words.Instant(EndedAt), State == "revoked", State == "returned", EndedBy ?? "", Reason ?? "",
            visits.Any(), [.. visits.Select(visit => visit.In(words, EndedAt))], words.LinkTo(OwnerMails.Page));
    }
}
