namespace RemoteSupport.Features.Shared;

/// <summary>A person as the API shows them. Language and time zone are null until they chose: then the tenant's count.</summary>
public sealed record UserAnswer(Guid Id, string Name, string Email, string? Language, string? TimeZone, string Kind, string Role, Guid? OrganizationId);
