using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>The field as a page shows it (SC-3, SC-4): the model of _ContactsField.</summary>
/// <param name="Chosen">In their order.</param>
/// <param name="Typed">What stands in the box.</param>
public sealed record ContactsField(IReadOnlyList<ShownContact> Chosen, string Typed)
{
    /// <summary>Whose Support Contacts they are; null while the organization is being made.</summary>
    public Guid? OrganizationId { get; init; }

    /// <summary>For a partner user, who finds partner users; members find addresses.</summary>
    public bool IsPartner { get; init; }

    /// <summary>Who could be added; null unless that was asked for.</summary>
    public IReadOnlyList<SupportContactCandidate>? Found { get; init; }

    /// <summary>What stands in the box is neither an address nor anybody's name.</summary>
    public bool HoldsBadAddress { get; init; }

    /// <summary>A script asks for it, which shows options of a listbox where there would be buttons.</summary>
    internal bool IsScripted { get; init; }

    /// <summary>What the step has changed, for those who do not see it; it is said by the script.</summary>
    internal string News(IStringLocalizer localizer)
    {
        if (Found is not { } found) return "";
        return found.Count == 0 ? localizer["Nobody matches these letters."] : localizer.Plural(found.Count, "{0} result", "{0} results");
    }
}

/// <summary>A Support Contact as people see it.</summary>
/// <param name="UserId">The partner user's account; null for an address.</param>
/// <param name="Name">The partner user's name; null for an address.</param>
/// <param name="Email">The address.</param>
/// <param name="IsActive">False for a deactivated partner user, who gets no mail (SC-5).</param>
public sealed record ShownContact(Guid? UserId, string? Name, string Email, bool IsActive = true)
{
    /// <summary>What a form posts for it.</summary>
    public string Value => UserId?.ToString() ?? Email;

    /// <summary>What it is called.</summary>
    public string Label => Name ?? Email;
}

/// <summary>Somebody who could be added (SC-3, SC-4).</summary>
/// <param name="UserId">A partner user; null for an address.</param>
/// <param name="Name">The name of whoever has the address, where it is known.</param>
/// <param name="Email">The address.</param>
public sealed record SupportContactCandidate(Guid? UserId, string? Name, string Email)
{
    /// <summary>What a form posts for it.</summary>
    internal string Value => UserId?.ToString() ?? Email;

    internal ShownContact ToShown() => UserId is null ? new(null, null, Email) : new(UserId, Name, Email);
}
