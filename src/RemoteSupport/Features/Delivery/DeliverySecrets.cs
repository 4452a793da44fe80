using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Delivery;

/// <summary>Seals what a tenant's servers want to know.</summary>
internal sealed class DeliverySecrets(SecretSealer sealer, MultiTenantContextAccessor tenancy)
{
    /// <summary>Null stays null: the old one is kept.</summary>
    public byte[]? Seal(string purpose, string? secret) => string.IsNullOrEmpty(secret) ? null : sealer.SealText(purpose, tenancy.Tenant.Id, secret);
}
