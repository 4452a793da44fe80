using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Shared;

/// <summary>A person as the API shows them. Language and time zone are the tenant's until they choose.</summary>
public sealed record UserAnswer(Guid Id, string Name, string Email, string Language, string TimeZone, string Kind, string Role, Guid? OrganizationId)
{
    /// <summary>Somebody of this tenant, who may not have chosen a language or a time zone.</summary>
    internal static UserAnswer Of(
        TenantInfo tenant, Guid id, string name, string email, string? language, string? timeZone, string kind, string role, Guid? organizationId) =>
        new(id, name, email, language ?? tenant.DefaultLanguage, timeZone ?? tenant.TimeZone, kind, role, organizationId);
}
