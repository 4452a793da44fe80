namespace RemoteSupport.Features.Members;

/// <summary>Somebody of an organization, as the people inside see them (OR-7).</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Email">What they sign in with.</param>
/// <param name="Role">"owner", "admin" or "member".</param>
/// <param name="Status">"invited", "active" or "deactivated".</param>
/// <param name="CreatedAt">When they were invited.</param>
public sealed record Member(Guid Id, string Name, string Email, string Role, string Status, DateTimeOffset CreatedAt)
{
    /// <summary>When the door opens by itself; null unless the account is locked (AC-5).</summary>
    public DateTimeOffset? LockedUntil { get; init; }
}
