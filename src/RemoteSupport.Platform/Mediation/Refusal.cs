namespace RemoteSupport.Platform.Mediation;

/// <summary>
/// An expected "no": a situation with a stable code, on which callers of the API rely, an HTTP status, and a whole English sentence,
/// which is the key of its translations. Each situation is a record of its own; bugs and broken things are exceptions instead.
/// </summary>
public abstract record Refusal(string Code, int Status, string Sentence)
{
    /// <summary>What stands in the sentence's {0}, {1} …: already in the reader's language.</summary>
    public virtual object[] Arguments => [];

    /// <summary>The field (camelCase) that the sentence is about; null when it is about none.</summary>
    public virtual string? Field => null;

    /// <summary>Further members of the problem document, by name (RFC 9457, section 3.2).</summary>
    public virtual IReadOnlyDictionary<string, object?> Members => System.Collections.Immutable.ImmutableDictionary<string, object?>.Empty;

    /// <summary>When it makes sense to try again; becomes Retry-After.</summary>
    public virtual TimeSpan? RetryAfter => null;
}

/// <summary>Bad input: the sentences by field (camelCase), each already in the reader's language. "" holds what concerns no single field.</summary>
public sealed record ValidationFailed(IReadOnlyDictionary<string, string[]> Errors)
    : Refusal("validation_failed", 422, "Please check what you entered.")
{
    /// <summary>One field with one sentence.</summary>
    public static ValidationFailed At(string field, string sentence) => new(new Dictionary<string, string[]> { [field] = [sentence] });
}

/// <summary>Nobody is signed in, or not any more.</summary>
public sealed record Unauthenticated() : Refusal("unauthenticated", 401, "Please sign in.");

/// <summary>Signed in, but this is not theirs to do.</summary>
public sealed record Forbidden() : Refusal("forbidden", 403, "You are not allowed to do this.");

/// <summary>Nothing to do in a remote login, whatever the acting role (RA-11).</summary>
public sealed record InPersonOnly() : Refusal("in_person_only", 403, "This can only be done in person, not in a remote login.");

/// <summary>The remote login with which this was asked is over.</summary>
/// <param name="Reason">As in RemoteLoginsEnded.</param>
public sealed record RemoteLoginEnded(string Reason) : Refusal("remote_login_ended", 401, "This support session has ended.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["reason"] = Reason };
}

/// <summary>No such thing, or not in this tenant, or not for these eyes: the answer is the same (TN-2).</summary>
public sealed record NotFound() : Refusal("not_found", 404, "We could not find this.");
