using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Which addresses a tenant may send from by the platform's server without proving that they are its own (DL-6).</summary>
public static class SenderRules
{
    /// <summary>
    /// An address of the platform's domain that begins with the tenant's name: ponteverde@, ponteverde.help@ or ponteverde+help@. All others of
    /// that domain are other tenants' or the operator's.
    /// </summary>
    public static bool IsOfPlatform(string sender, TenantInfo tenant, EmailOptions email)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        ArgumentNullException.ThrowIfNull(email);
        if (!EmailAddress.TryParse(sender, out var wanted) || !EmailAddress.TryParse(email.From, out var platform) || wanted.Domain != platform.Domain) return false;
        var local = wanted.LocalPart.ToLowerInvariant();
        return local == tenant.Slug || local.StartsWith(tenant.Slug + ".", StringComparison.Ordinal) || local.StartsWith(tenant.Slug + "+", StringComparison.Ordinal);
    }
}
