using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>
/// Whether the caller may enter an organization now, and as whom. The organization and the grant are held for share until the login stands: whoever
/// suspends, revokes or ends takes them for update, so neither overtakes the other.
/// </summary>
internal sealed class Entrance(Db db, Caller caller, TimeProvider clock)
{
    /// <summary>Looks, inside the login's transaction.</summary>
    public async Task<Outcome<OpenEntrance>> OpenAsync(Guid organizationId)
    {
        var organization = await db.FindAsync<Gate>("select id, name, managed_by, status from organization_gates where id = @organizationId for share", new { organizationId });
        if (organization is null) return new NotFound();
        if (organization.Status == "suspended") return new SuspendedOrganization();
        if (organization.ManagedBy == "service_provider") return new OpenEntrance(organization.Name, new Acting("owner", organizationId, null), null);

        var grant = await db.FindAsync<Grant>(
            "select id, expires_at from organization_access where organization_id = @organizationId and state = 'approved' and expires_at > @now for share",
            new { organizationId, now = clock.GetUtcNow() });
        if (grant is null) return new ApprovalRequired();
        if (await IsBarredAsync(grant.Id)) return new EndedByCustomer();
        return new OpenEntrance(organization.Name, new Acting("super_admin", organizationId, grant.Id), grant.ExpiresAt);
    }

    private Task<bool> IsBarredAsync(Guid grantId) =>
        db.SingleAsync<bool>(
            "select exists (select from remote_logins where grant_id = @grantId and account_id = @AccountId and end_reason = 'ended_by_customer')",
            new { grantId, caller.SignedIn.AccountId });

    private sealed record Gate(Guid Id, string Name, string ManagedBy, string Status);

    private sealed record Grant(Guid Id, DateTimeOffset ExpiresAt);
}

/// <summary>The way in: as whom, and until when if a grant says so.</summary>
internal sealed record OpenEntrance(string OrganizationName, Acting Acting, DateTimeOffset? GrantedUntil);
