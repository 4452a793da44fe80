using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>What templates see of the tenant's brand, as "brand.name" and so on (TN-3).</summary>
public sealed record BrandValues(string Name, string SupportEmail, string AccentColor, string OnAccent, bool HasLogo)
{
    /// <summary>The values of a tenant.</summary>
    public static BrandValues Of(TenantInfo tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return new(tenant.Name, tenant.SupportEmail, tenant.AccentColor, Web.BrandColors.TextOn(tenant.AccentColor), tenant.HasLogo);
    }
}
