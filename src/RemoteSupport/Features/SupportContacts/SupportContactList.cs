using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>An organization's Support Contacts as they are saved (SC-1).</summary>
/// <param name="Organization">Whose they are.</param>
/// <param name="Version">Counts the saves; 0 before the first.</param>
/// <param name="SavedAt">When they were saved last; null before the first time.</param>
/// <param name="SavedBy">By whom; null where that was nobody, or somebody whose name is gone.</param>
/// <param name="Contacts">In their order.</param>
public sealed record SupportContactList(
    OrganizationAnswer Organization, long Version, DateTimeOffset? SavedAt, string? SavedBy, IReadOnlyList<ShownContact> Contacts)
{
    /// <summary>What a live event says of an organization's Support Contacts.</summary>
    public static string WordFor(Guid organizationId) => $"contacts-{organizationId:N}";

    /// <summary>Members, and whoever acts as one, change only what a partner began (SC-4).</summary>
    internal bool IsClosedTo(Caller caller) => caller.SignedIn.Inside is not null && Organization.CreatedBy != "partner";

    /// <summary>Whether the caller can change them.</summary>
    internal bool IsOpenTo(Caller caller) => caller.May(Permission.SupportContacts) && !IsClosedTo(caller);
}

/// <summary>A Support Contact as the API shows it.</summary>
/// <param name="UserId">A partner user; left out for an address.</param>
/// <param name="Name">The partner user's name; left out for an address.</param>
/// <param name="Email">The address.</param>
/// <param name="Status">"deactivated" for a partner user who gets no mail (SC-5); else left out.</param>
public sealed record ContactAnswer(Guid? UserId, string? Name, string Email, string? Status)
{
    internal static ContactAnswer Of(ShownContact contact) => new(contact.UserId, contact.Name, contact.Email, contact.IsActive ? null : "deactivated");
}
