namespace RemoteSupport.Features.SupportContacts;

/// <summary>Who gets an organization's problem reports (SC-1): a partner user, or an address.</summary>
/// <param name="UserId">The partner user's account; null for an address.</param>
/// <param name="Email">The address as it was written; null for a partner user.</param>
public sealed record SupportContact(Guid? UserId, string? Email);
