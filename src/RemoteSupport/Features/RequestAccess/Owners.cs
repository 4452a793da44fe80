using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Finds who decides for an organization: its owner, also one who has not set a password yet (RA-5).</summary>
internal sealed class Owners(Db db)
{
    /// <summary>The owner; null when there is none who could decide.</summary>
    public Task<Owner?> FindAsync(Guid organizationId, CancellationToken ct = default) =>
        db.FindAsync<Owner>(
            "select id, name, email, language, time_zone, status = 'invited' as is_invited from accounts where organization_id = @organizationId and role = 'owner' and status in ('invited', 'active')",
            new { organizationId }, ct);
}

/// <summary>An organization's owner. Language and time zone are the organization's until they choose.</summary>
internal sealed record Owner(Guid Id, string Name, string Email, string? Language, string? TimeZone, bool IsInvited);
