using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>An organization has at least one Support Contact, from the first moment on (SC-2).</summary>
public sealed record SupportContactRequired() : Refusal("support_contact_required", 422, "Add at least one Support Contact")
{
    /// <inheritdoc />
    public override string? Field => "supportContacts";
}

/// <summary>What was typed among the Support Contacts is no e-mail address (SC-3).</summary>
/// <param name="Index">Its place in the list, from 0.</param>
public sealed record InvalidContactEmail(int Index) : Refusal("invalid_email", 422, "Contains an invalid email")
{
    /// <inheritdoc />
    public override string? Field => $"supportContacts[{Index}].email";
}

/// <summary>A Support Contact is neither a partner user nor an address, or both, or a person who cannot be one.</summary>
/// <param name="At">The field, such as "supportContacts[0].userId".</param>
public sealed record NoSupportContact(string At) : Refusal("validation_failed", 422, "This is neither an active partner user nor an e-mail address.")
{
    /// <inheritdoc />
    public override string? Field => At;
}

/// <summary>A list that nobody could look after.</summary>
public sealed record TooManySupportContacts() : Refusal("validation_failed", 422, "An organization can have 100 Support Contacts at most.")
{
    /// <inheritdoc />
    public override string? Field => "supportContacts";
}

/// <summary>The box of the field holds what is no address; it is not saved until that is gone (SC-5).</summary>
public sealed record InvalidTypedEmail() : Refusal("invalid_email", 422, "Contains an invalid email")
{
    /// <inheritdoc />
    public override string? Field => "contactsTyped";
}
