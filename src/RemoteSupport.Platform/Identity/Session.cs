namespace RemoteSupport.Platform.Identity;

/// <summary>
/// A signed-in device, or a remote login (then it says as whom somebody acts, and where), with the account behind it, as one read finds it (AC-9).
/// The account's own organization is null for partner users.
/// </summary>
public sealed record Session(
    Guid Id, Guid AccountId, DateTimeOffset LastSeenAt, DateTimeOffset EndsAt,
    string Name, string Email, string Kind, string Role, Guid? OrganizationId, string? Language, string? TimeZone, Acting? Acting = null)
{
    /// <summary>A session is over after this long, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>How exactly the last use is kept: one write a minute and session, not one a request.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>A session nobody uses for this long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>The organization in which the caller moves: as its member, or acting in it. Null on the partner's side.</summary>
    public Guid? Inside => Acting?.OrganizationId ?? OrganizationId;

    /// <summary>When it is over if nobody uses it from now on.</summary>
    public DateTimeOffset OverAt
    {
        get
        {
            var idle = LastSeenAt + (Acting is null ? Idle : Acting.Idle);
            return idle < EndsAt ? idle : EndsAt;
        }
    }
}

/// <summary>As whom somebody moves in an organization that they are no member of (RA-2, RA-3).</summary>
/// <param name="Role">"owner", "super_admin" or "look_only".</param>
/// <param name="OrganizationId">The organization.</param>
/// <param name="GrantId">What lets them in; null where nothing has to (managed by the service provider).</param>
public sealed record Acting(string Role, Guid OrganizationId, Guid? GrantId)
{
    /// <summary>A remote login nobody uses for this long is over (AC-9).</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>A remote login is over after this long, used or not (AC-9).</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(8);
}
