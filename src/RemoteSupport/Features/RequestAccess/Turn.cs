using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>
/// Lets the requests of one organization be changed one after the other: its row is locked first, then grants, then requests, always in that order, so
/// that nobody waits for each other. Entering locks the same row for share. What is over by the clock is closed first, so that it is in nobody's way.
/// </summary>
internal sealed class Turn(Db db, Closing closing)
{
    /// <summary>The organization, held until the transaction ends; null when there is none.</summary>
    public async Task<Gate?> TakeAsync(Guid organizationId, CancellationToken ct)
    {
        var gate = await db.FindAsync<Gate>(
            "select id, name, managed_by, status, language, time_zone from organization_gates where id = @organizationId for no key update", new { organizationId }, ct);
        if (gate is not null) await closing.CloseOfAsync(organizationId, ct);
        return gate;
    }
}

/// <summary>What of an organization decides about access, and how its people read.</summary>
internal sealed record Gate(Guid Id, string Name, string ManagedBy, string Status, string Language, string TimeZone);
