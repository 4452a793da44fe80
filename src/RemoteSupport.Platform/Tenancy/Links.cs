using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Tenancy;

/// <summary>Makes whole addresses of the current tenant's pages, for messages. Never from the Host header.</summary>
public sealed class Links(MultiTenantContextAccessor tenancy, IOptions<TenancyOptions> options)
{
    /// <summary>The address of a page, such as "/reset-password".</summary>
    public string To(string path) => options.Value.UrlOf(tenancy.Tenant) + path;
}
