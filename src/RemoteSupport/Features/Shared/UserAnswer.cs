namespace RemoteSupport.Features.Shared;

/// <summary>A person as the API shows them. Language and time zone are the tenant's until they choose.</summary>
public sealed record UserAnswer(Guid Id, string Name, string Email, string Language, string TimeZone, string Kind, string Role, Guid? OrganizationId);
