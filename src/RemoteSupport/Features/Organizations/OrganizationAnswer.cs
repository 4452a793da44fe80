namespace RemoteSupport.Features.Organizations;

/// <summary>An organization's Account Information, as the API shows it (OR-1).</summary>
public sealed record OrganizationAnswer(
    Guid Id, string Name, string? CustomerReference, IReadOnlyList<string> Numbers, string ManagedBy, string Status, AccessAnswer Access,
    string Country, string Language, string TimeZone, string CreatedBy, OwnerAnswer? Owner, HandoverAnswer? Handover);

/// <summary>How a partner user gets in at the moment.</summary>
/// <param name="State">"direct": at once. "none": access has to be requested. "pending": the owner has been asked. "active": the owner let the partner in.</param>
/// <param name="RequestId">The pending request or the active grant.</param>
/// <param name="RequestedBy">The name of whoever asked.</param>
/// <param name="ExpiresAt">The end of an active grant.</param>
public sealed record AccessAnswer(string State, Guid? RequestId = null, string? RequestedBy = null, DateTimeOffset? ExpiresAt = null);

/// <summary>Who owns an organization.</summary>
/// <param name="Id">The account.</param>
/// <param name="Name">As others see it.</param>
/// <param name="Email">The address.</param>
/// <param name="Status">"invited" until the account is activated, then "active".</param>
public sealed record OwnerAnswer(Guid Id, string Name, string Email, string Status);

/// <summary>The owner has been asked to let the service provider manage the organization, and has not answered yet (OR-4).</summary>
/// <param name="State">"pending".</param>
/// <param name="RequestedBy">The name of whoever asked.</param>
/// <param name="RequestedAt">When.</param>
public sealed record HandoverAnswer(string State, string RequestedBy, DateTimeOffset RequestedAt);
