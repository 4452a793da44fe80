using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>A tenant without an active admin could never get one by itself (TN-5).</summary>
public sealed record LastAdmin() : Refusal("admin_required", 409, "This is the last active admin. Make somebody else an admin first.");

/// <summary>Whoever deactivates themselves could not take it back.</summary>
public sealed record OwnAccountStays() : Refusal("forbidden", 403, "You cannot deactivate your own account.");

/// <summary>Said openly, because the same people see the list; of addresses elsewhere in the tenant nothing is said (AC-3).</summary>
public sealed record AlreadyPartnerUser() : Refusal("validation_failed", 422, "Somebody in your team already has this e-mail address.")
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
