using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Platform.Web;

/// <summary>What was sent cannot be read: bad JSON, an unknown field, a missing body.</summary>
public sealed record Malformed() : Refusal("malformed", 400, "We could not read what was sent.");

/// <summary>A form from another site, from another session, or from a page that was open for too long.</summary>
public sealed record FormExpired() : Refusal("malformed", 400, "This form is no longer valid. Please open the page again.");

/// <summary>The method does not exist for this address.</summary>
public sealed record MethodNotAllowed() : Refusal("malformed", 405, "This address does not answer to that method.");

/// <summary>A body of another type than asked for.</summary>
public sealed record WrongContentType() : Refusal("unsupported_media_type", 415, "Please send this as JSON.");

/// <summary>Larger than anything we take here.</summary>
public sealed record TooLarge() : Refusal("malformed", 413, "This is too large.");

/// <summary>Too many requests from one place; wait.</summary>
public sealed record RateLimited(TimeSpan Pause) : Refusal("rate_limited", 429, "There were too many requests. Please wait a moment.")
{
    /// <inheritdoc />
    public override TimeSpan? RetryAfter => Pause;
}

/// <summary>The tenant is suspended (TN-1).</summary>
public sealed record TenantSuspended() : Refusal("tenant_suspended", 503, "This service is suspended at the moment.");

/// <summary>The database is away, or too much is going on.</summary>
public sealed record Unavailable(TimeSpan Pause) : Refusal("unavailable", 503, "This is not available at the moment. Please try again shortly.")
{
    /// <inheritdoc />
    public override TimeSpan? RetryAfter => Pause;
}

/// <summary>A bug. The sentence says nothing of it; the log does, under the trace id.</summary>
public sealed record Broken() : Refusal("internal_error", 500, "Something went wrong on our side.");
