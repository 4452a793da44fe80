using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Tenants;

/// <summary>A "no" to the operator. The command line speaks English only, so its sentences hold what was given and have no translations.</summary>
internal abstract record OperatorRefusal(string Code, int Status, string Sentence) : Refusal(Code, Status, Sentence);

/// <summary>What the operator gave cannot be.</summary>
internal sealed record TenantRefused(string What, string Why) : OperatorRefusal("validation_failed", 422, Why);

/// <summary>No tenant has this slug.</summary>
internal sealed record NoSuchTenant(string Slug) : OperatorRefusal("not_found", 404, $"There is no tenant '{Slug}'.");

/// <summary>This tenant does not have that domain.</summary>
internal sealed record NoSuchDomain(string Slug, string Domain) : OperatorRefusal("not_found", 404, $"The tenant '{Slug}' has no domain '{Domain}'.");

/// <summary>Another tenant has that domain.</summary>
internal sealed record DomainTaken(string Domain) : OperatorRefusal("domain_taken", 409, $"The domain '{Domain}' belongs to another tenant.");
