using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>Wrong password, or no such account: the answer does not tell which (AC-3).</summary>
public sealed record InvalidCredentials() : Refusal("invalid_credentials", 401, "The e-mail address or the password is wrong.");

/// <summary>Five wrong passwords in a row: no password is looked at now, right or wrong (AC-1, AC-2).</summary>
public sealed record AccountLocked(DateTimeOffset OpensAt, TimeSpan OpensIn)
    : Refusal("account_locked", 423, "This account is locked. Please stop trying: it opens 15 minutes after the last attempt.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["lockedUntil"] = OpensAt };

    /// <inheritdoc />
    public override TimeSpan? RetryAfter => OpensIn;
}
