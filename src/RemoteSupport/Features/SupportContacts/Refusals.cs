using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>An organization has at least one Support Contact who gets mail, from the first moment on (SC-2).</summary>
/// <param name="At">The field.</param>
public sealed record SupportContactRequired(string At) : Refusal("support_contact_required", 422, "Add at least one Support Contact")
{
    /// <inheritdoc />
    public override string? Field => At;
}

/// <summary>What was given among the Support Contacts is no e-mail address (SC-3).</summary>
/// <param name="At">The field, such as "contacts[0].email".</param>
public sealed record InvalidContactEmail(string At) : Refusal("invalid_email", 422, "Contains an invalid email")
{
    /// <inheritdoc />
    public override string? Field => At;
}

/// <summary>The box of the field holds what is no address; nothing is saved until that is gone (SC-5).</summary>
public sealed record InvalidTypedEmail() : Refusal("invalid_email", 422, "Contains an invalid email")
{
    /// <inheritdoc />
    public override string? Field => "contactsTyped";
}

/// <summary>A Support Contact is neither a partner user nor an address, or both, or a person who cannot be one.</summary>
/// <param name="At">The field, such as "supportContacts[0].userId".</param>
public sealed record NoSupportContact(string At) : Refusal("validation_failed", 422, "This is neither an active partner user nor an e-mail address.")
{
    /// <inheritdoc />
    public override string? Field => At;
}

/// <summary>A list that nobody could look after.</summary>
/// <param name="At">The field.</param>
public sealed record TooManySupportContacts(string At) : Refusal("validation_failed", 422, "An organization can have 100 Support Contacts at most.")
{
    /// <inheritdoc />
    public override string? Field => At;
}

/// <summary>Whoever is inside an organization edits its Support Contacts only if a partner made the account (SC-4).</summary>
public sealed record NotCreatedByPartner()
    : Refusal("not_created_by_partner", 403, "These Support Contacts cannot be changed here, because this account was not created by a partner.");

/// <summary>A save says which version it is about, so that nothing is overwritten unseen (SC-6).</summary>
public sealed record VersionMissing() : Refusal("if_match_required", 428, "Say in If-Match which version of the Support Contacts you have seen.");

/// <summary>Somebody else has saved since the version that the save is about (SC-6).</summary>
/// <param name="Present">The list as it is now.</param>
public sealed record ChangedMeanwhile(SupportContactList Present) : Refusal("changed_meanwhile", 412, "Somebody else has changed these Support Contacts meanwhile. Nothing of yours is saved yet.")
{
    /// <inheritdoc />
    public override IReadOnlyDictionary<string, object?> Members => new Dictionary<string, object?>
    {
        ["contacts"] = Present.Contacts.Select(ContactAnswer.Of).ToList(), ["savedBy"] = Present.SavedBy, ["savedAt"] = Present.SavedAt,
    };
}
