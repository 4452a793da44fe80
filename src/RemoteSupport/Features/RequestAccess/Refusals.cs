using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RequestAccess;

/// <summary>Somebody has asked already, and the owner has not decided (RA-10). The time is finished text for the reader.</summary>
public sealed record RequestPending(Guid RequestId, string RequestedBy, DateTimeOffset RequestedAt, string When)
    : Refusal("request_pending", 409, "{0} has already asked for access, on {1}. The owner has not decided yet.")
{
    /// <inheritdoc />
    public override object[] Arguments => [RequestedBy, When];

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members =>
        new Dictionary<string, object?> { ["requestId"] = RequestId, ["requestedBy"] = RequestedBy, ["requestedAt"] = RequestedAt };
}

/// <summary>What can be done with granted access cannot be done with a request.</summary>
public sealed record NotDecidedYet() : Refusal("request_pending", 409, "The owner has not decided on this request yet.");

/// <summary>There is access already: enter on it, or ask for more time (RA-10).</summary>
public sealed record AccessActive(Guid RequestId, DateTimeOffset ExpiresAt, string Until)
    : Refusal("access_active", 409, "Access is already granted, until {0}. Ask for more time instead.")
{
    /// <inheritdoc />
    public override object[] Arguments => [Until];

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["requestId"] = RequestId, ["expiresAt"] = ExpiresAt };
}

/// <summary>Final states stay final, and a decision is made once (RA-7): it says who decided what, and when.</summary>
public sealed record AlreadyDecided(string State, string? Who, DateTimeOffset At, string When) : Refusal("already_decided", 409, DecidedSentences.Of(State, Who))
{
    /// <inheritdoc />
    public override object[] Arguments => Who is null ? [When] : [When, Who];

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["state"] = State, ["decidedBy"] = Who, ["decidedAt"] = At };
}

/// <summary>What is said of each state in which nothing is left to decide.</summary>
internal static class DecidedSentences
{
    public static string Of(string state, string? who) => (state, who) switch
    {
        ("lapsed", _) => Sentence.Of("Nobody answered this request; it ended on {0}."),
        ("expired", _) => Sentence.Of("The time of this access was over on {0}."),
        ("approved", not null) => Sentence.Of("{1} already approved this request on {0}."),
        ("rejected", not null) => Sentence.Of("{1} already rejected this request on {0}."),
        ("cancelled", not null) => Sentence.Of("{1} already withdrew this request on {0}."),
        ("revoked", not null) => Sentence.Of("{1} already revoked this access on {0}."),
        ("returned", not null) => Sentence.Of("{1} already gave this access back on {0}."),
        _ => Sentence.Of("This was already decided on {0}."),
    };
}

/// <summary>The service provider manages this organization: there is nothing to ask for (RA-2).</summary>
public sealed record ManagedByServiceProvider()
    : Refusal("managed_by_service_provider", 409, "This organization is managed by the service provider: log in to support at once, there is nothing to ask for.");

/// <summary>There is nobody who could decide (RA-5).</summary>
public sealed record OwnerMissing() : Refusal("owner_missing", 409, "This organization has no active owner who could decide.");

/// <summary>Something that the decision stood on is not so any more.</summary>
public sealed record RequesterDeactivated() : Refusal("changed_meanwhile", 409, "Whoever asked for this access is no longer active. Nothing was changed.");

/// <summary>Zero, negative, unreadable, or longer than the tenant allows (RA-4).</summary>
public sealed record DurationOutOfRange(string Longest) : Refusal("duration_out_of_range", 422, "Choose a duration from 1 minute to {0}.")
{
    /// <inheritdoc />
    public override object[] Arguments => [Longest];

    /// <inheritdoc />
    public override string Field => "duration";
}

/// <summary>An end that is over, unreadable, or later than the tenant allows.</summary>
public sealed record EndOutOfRange(string Longest) : Refusal("duration_out_of_range", 422, "Choose an end in the future, at most {0} from now.")
{
    /// <inheritdoc />
    public override object[] Arguments => [Longest];

    /// <inheritdoc />
    public override string Field => "expiresAt";
}

/// <summary>Only who asked can withdraw a request.</summary>
public sealed record RequesterOnly() : Refusal("requester_only", 403, "Only the person who asked can withdraw this request.");

/// <summary>Access is given back by somebody who has something to do with it (RA-20).</summary>
public sealed record NotInsideOnIt() : Refusal("forbidden", 403, "Only those who asked for this access or used it can give it back.");
