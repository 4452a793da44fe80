namespace RemoteSupport.Features.PartnerUsers;

/// <summary>Somebody of the partner's own team, as tenant admins see them (TN-5).</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Role">"admin" or "supporter".</param>
/// <param name="Status">"invited", "active" or "deactivated".</param>
/// <param name="CreatedAt">When they were invited.</param>
/// <param name="LastSeenAt">When they last used the portal; null where no session is left that knows.</param>
public sealed record PartnerUser(Guid Id, string Name, string Email, string Role, string Status, DateTimeOffset CreatedAt, DateTimeOffset? LastSeenAt)
{
    /// <summary>When the door opens by itself; null unless the account is locked (AC-5).</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>The columns of an account a, in the record's order.</summary>
    internal const string Columns =
        "a.id, a.name, a.email, a.role, a.status, a.created_at, (select max(s.last_seen_at) from sessions s where s.account_id = a.id) as last_seen_at";

    /// <summary>One of those of whom there must always be one.</summary>
    internal bool IsActiveAdmin => this is { Role: "admin", Status: "active" };
}
