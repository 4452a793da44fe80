using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>An organization that manages itself has an owner (OR-2, OR-4).</summary>
public sealed record OwnerRequired() : Refusal("owner_required", 422, "An organization that the customer manages needs an owner with name and e-mail address.")
{
    /// <inheritdoc />
    public override string? Field => "owner";
}

/// <summary>Nobody can be invited there.</summary>
public sealed record InvalidOwnerEmail() : Refusal("invalid_email", 422, "Enter a valid e-mail address.")
{
    /// <inheritdoc />
    public override string? Field => "owner.email";
}

/// <summary>Whoever owns an organization gives it away in person (OR-3); nobody names another owner over their head.</summary>
public sealed record OwnerIsActive() : Refusal("owner_only", 403, "This organization has an owner. Only the owner can hand over ownership.");

/// <summary>The owner consents to being managed by the service provider (OR-4).</summary>
public sealed record ConsentNeeded() : Refusal("owner_only", 403, "The service provider can manage this organization only with its owner's consent. Ask the owner for the handover.");

/// <summary>Nobody can answer: there is no active owner.</summary>
public sealed record OwnerMissing() : Refusal("owner_missing", 409, "This organization has no active owner who could answer.");

/// <summary>What is asked for is so already.</summary>
public sealed record ProviderManagesAlready() : Refusal("managed_by_service_provider", 409, "The service provider already manages this organization.");

/// <summary>The owner has been asked and has not answered yet.</summary>
/// <param name="AskedBy">Who asked.</param>
/// <param name="AskedAt">When.</param>
public sealed record HandoverPending(string AskedBy, DateTimeOffset AskedAt) : Refusal("request_pending", 409, "The owner has already been asked for the handover and has not answered yet.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["requestedBy"] = AskedBy, ["requestedAt"] = AskedAt };
}

/// <summary>Somebody was faster: the answer stands.</summary>
/// <param name="State">"accepted", "refused" or "withdrawn".</param>
/// <param name="By">Who decided.</param>
/// <param name="At">When.</param>
public sealed record HandoverDecided(string State, string By, DateTimeOffset At) : Refusal("already_decided", 409, "This handover has already been decided.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?> { ["state"] = State, ["decidedBy"] = By, ["decidedAt"] = At };
}

/// <summary>Only an active member of the organization can become its owner (OR-3).</summary>
public sealed record NoSuccessor() : Refusal("validation_failed", 422, "Choose another active member of this organization.")
{
    /// <inheritdoc />
    public override string? Field => "userId";
}

/// <summary>A customer reference belongs to one organization (OR-1).</summary>
public sealed record ReferenceTaken() : Refusal("validation_failed", 422, "Another organization has this customer reference.")
{
    /// <inheritdoc />
    public override string? Field => "customerReference";
}

/// <summary>Of two people who save at once, the second is told; nothing is overwritten silently.</summary>
public sealed record AccountChangedMeanwhile()
    : Refusal("changed_meanwhile", 409, "Somebody else has saved this account in the meantime. What stands there now is shown beside what you entered. To keep yours, save again.");

/// <summary>The form has created an organization already, and says something else by now.</summary>
public sealed record AlreadyCreated() : Refusal("already_created", 409, "This form has created an account already. To change that account, open it; for another one, begin a new form.");
