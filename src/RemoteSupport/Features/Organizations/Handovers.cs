using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Organizations;

/// <summary>Handovers of who manages an organization (OR-4). Call it in a transaction that holds the organization's row.</summary>
internal sealed class Handovers(Db db, HandoverMails mails, Caller caller, TimeProvider clock)
{
    /// <summary>An owner's mailbox is not the partner's to fill.</summary>
    private const int MostADay = 5;

    /// <summary>Asks the owner; the refusal tells of one who asked before.</summary>
    public async Task<Refusal?> AskAsync(OrganizationRow organization)
    {
        var now = clock.GetUtcNow();
        var today = await db.SingleAsync<long>(
            "select count(*) from handovers where organization_id = @organizationId and asked_at > @aDayAgo", new { organizationId = organization.Id, aDayAgo = now - TimeSpan.FromDays(1) });
        if (today >= MostADay) return new RateLimited(TimeSpan.FromHours(1));
        var inserted = await db.RunAsync(
            """
            insert into handovers (id, organization_id, asked_by, state, asked_at)
            values (@id, @organizationId, @AccountId, 'pending', @now)
            on conflict do nothing
            """,
            new { id = Guid.CreateVersion7(now), organizationId = organization.Id, caller.SignedIn.AccountId, now });
        if (inserted == 0) return await PendingAsync(organization.Id) is { } pending ? new HandoverPending(pending.Name, pending.At) : new NotFound();
        await mails.TellOwnerAsync(organization, caller.SignedIn.Name);
        return null;
    }

    /// <summary>Closes the pending one, and tells whoever asked what was answered; false when none is pending.</summary>
    public async Task<bool> DecideAsync(OrganizationRow organization, string state)
    {
        var askedBy = await db.FindAsync<Guid?>(
            """
            update handovers set state = @state, decided_at = @now, decided_by = @AccountId
            where organization_id = @organizationId and state = 'pending'
            returning asked_by
            """,
            new { state, now = clock.GetUtcNow(), caller.SignedIn.AccountId, organizationId = organization.Id });
        if (askedBy is { } asker && state != "withdrawn") await mails.TellAskerAsync(organization, asker, caller.SignedIn.Name, isAccepted: state == "accepted");
        return askedBy is not null;
    }

    /// <summary>Whether the owner has been asked and has not answered yet.</summary>
    public async Task<bool> IsPendingAsync(Guid organizationId) => await PendingAsync(organizationId) is not null;

    /// <summary>Why there is nothing to decide: what was decided last, by whom, and when.</summary>
    public async Task<Refusal> LateAsync(Guid organizationId)
    {
        var last = await db.FindAsync<Decided>(
            """
            select h.state, a.name, h.decided_at as at
            from handovers h
            join accounts a on a.id = h.decided_by
            where h.organization_id = @organizationId
            order by h.id desc
            limit 1
            """,
            new { organizationId });
        return last is null ? new NotFound() : new HandoverDecided(last.State, last.Name, last.At);
    }

    private Task<Asked?> PendingAsync(Guid organizationId) =>
        db.FindAsync<Asked>(
            "select a.name, h.asked_at as at from handovers h join accounts a on a.id = h.asked_by where h.organization_id = @organizationId and h.state = 'pending'",
            new { organizationId });

    private sealed record Asked(string Name, DateTimeOffset At);

    private sealed record Decided(string State, string Name, DateTimeOffset At);
}
