namespace RemoteSupport.Demo;

/// <summary>A row of organizations.</summary>
internal sealed record OrganizationRow(
    Guid Id, string Name, string? CustomerReference, string Country, string Language, string TimeZone, string ManagedBy, string Status, string CreatedBy, int DaysAgo);

/// <summary>A row of organization_numbers.</summary>
internal sealed record NumberRow(Guid OrganizationId, string Number);

/// <summary>A row of accounts.</summary>
internal sealed record AccountRow(
    Guid Id, string Email, string Name, string Kind, string Role, Guid? OrganizationId, string Status, string? Language, int DaysAgo);
