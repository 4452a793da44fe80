using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Tenants;

/// <summary>What the operator gave cannot be. The command line speaks English only, so the sentence may hold what was given.</summary>
internal sealed record TenantRefused(string Field, string Why) : Refusal("validation_failed", 422, Why);

/// <summary>No tenant has this slug.</summary>
internal sealed record NoSuchTenant(string Slug) : Refusal("not_found", 404, $"There is no tenant '{Slug}'.");

/// <summary>This tenant does not have that domain.</summary>
internal sealed record NoSuchDomain(string Slug, string Domain) : Refusal("not_found", 404, $"The tenant '{Slug}' has no domain '{Domain}'.");

/// <summary>Another tenant has that domain.</summary>
internal sealed record DomainTaken(string Domain) : Refusal("domain_taken", 409, $"The domain '{Domain}' belongs to another tenant.");
