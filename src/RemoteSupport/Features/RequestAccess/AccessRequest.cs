namespace RemoteSupport.Features.RequestAccess;

/// <summary>
/// A request for access and, once approved, the grant that came of it (RA-7), as it stands by the clock: nothing waits for a job. A request for more time
/// names in ExtendsId the grant whose end and fate it shares. State is one of <see cref="States"/>. EndedAt is null while it is open, and where a rejection ended
/// it; Reason is the owner's for a rejection or revocation, or the outcome of what was given back.
/// </summary>
public sealed record AccessRequest(
    Guid Id, Guid OrganizationId, string OrganizationName, string State, TimeSpan RequestedDuration, TimeSpan? GrantedDuration, string? Note,
    Guid RequesterId, string RequesterName, DateTimeOffset CreatedAt, DateTimeOffset LapsesAt, Guid? ExtendsId,
    Guid? DecidedBy, string? DecidedByName, DateTimeOffset? DecidedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? EndedAt, Guid? EndedBy, string? EndedByName, string? Reason)
{
    /// <summary>Every state, in a request's order.</summary>
    public static IReadOnlyList<string> States { get; } = ["pending", "approved", "rejected", "cancelled", "lapsed", "expired", "revoked", "returned"];

    /// <summary>The owner has not decided yet.</summary>
    public bool IsPending => State == "pending";

    /// <summary>The partner can enter on it.</summary>
    public bool IsActive => State == "approved";

    /// <summary>The row that is the grant: itself, or what it lengthened.</summary>
    public Guid Grant => ExtendsId ?? Id;
}
