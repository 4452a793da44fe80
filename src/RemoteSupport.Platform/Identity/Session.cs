namespace RemoteSupport.Platform.Identity;

/// <summary>A signed-in device with the account behind it, as one read finds it (AC-9).</summary>
public sealed record Session(
    Guid Id, Guid AccountId, DateTimeOffset LastSeenAt, DateTimeOffset EndsAt,
    string Name, string Email, string Kind, string Role, Guid? OrganizationId, string? Language, string? TimeZone)
{
    /// <summary>A session nobody uses for this long is over.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>A session is over after this long, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <summary>How exactly the last use is kept: one write a minute and session, not one a request.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);
}
