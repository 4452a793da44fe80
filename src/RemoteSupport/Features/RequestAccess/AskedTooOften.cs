using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Five requests to an organization in a day are enough (RA-21).</summary>
public sealed record OrganizationAskedTooOften(TimeSpan Pause) : Refusal("rate_limited", 429, "This organization has been asked 5 times within a day. Please wait before you ask again.")
{
    /// <inheritdoc />
    public override TimeSpan? RetryAfter => Pause;
}

/// <summary>Twenty requests of a person in a day are enough (RA-21).</summary>
public sealed record PersonAskedTooOften(TimeSpan Pause) : Refusal("rate_limited", 429, "You have asked for access 20 times within a day. Please wait before you ask again.")
{
    /// <inheritdoc />
    public override TimeSpan? RetryAfter => Pause;
}

/// <summary>No is an answer: for ten minutes nobody asks again (RA-21).</summary>
public sealed record RejectedJustNow(TimeSpan Pause) : Refusal("rate_limited", 429, "The owner has just rejected a request. You can ask again 10 minutes after the rejection.")
{
    /// <inheritdoc />
    public override TimeSpan? RetryAfter => Pause;
}
