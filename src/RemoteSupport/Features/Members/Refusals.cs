using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Members;

/// <summary>The owner's account is nobody's to change, and nobody becomes owner here: ownership is handed over by the owner (OR-3, OR-7).</summary>
public sealed record OwnerIsUntouchable() : Refusal("forbidden", 403, "Nobody can change the owner here. Only the owner can hand over ownership.");

/// <summary>Whoever deactivates themselves could not take it back.</summary>
public sealed record OwnAccountStays() : Refusal("forbidden", 403, "You cannot deactivate your own account.");

/// <summary>Said openly, because the same people see the list; of addresses elsewhere in the tenant nothing is said (AC-3).</summary>
public sealed record AlreadyMember() : Refusal("validation_failed", 422, "Somebody in this organization already has this e-mail address.")
{
    /// <inheritdoc />
    public override string? Field => "email";
}

/// <summary>Nothing that a mail could be sent to.</summary>
public sealed record InvalidEmail() : Refusal("invalid_email", 422, "The e-mail address is not valid.")
{
    /// <inheritdoc />
    public override string? Field => "email";
}

/// <summary>Somebody's mailbox is not ours to fill.</summary>
public sealed record InvitedTooOften() : Refusal("rate_limited", 429, "This person has been sent several invitations within an hour. Please try again later.")
{
    /// <inheritdoc />
    public override TimeSpan? RetryAfter => TimeSpan.FromHours(1);
}
