namespace RemoteSupport.Platform.Tenancy;

/// <summary>Configuration "Tenancy".</summary>
public sealed class TenancyOptions
{
    /// <summary>Tenants live on {slug}.{BaseDomain}.</summary>
    public string BaseDomain { get; set; } = "localhost";

    /// <summary>What every link begins with; {tenant} is the slug. A tenant's primary domain goes before it. Never the Host header.</summary>
    public string PublicUrl { get; set; } = "http://{tenant}.localhost:5080";

    /// <summary>Begins a link of a tenant, without a slash at its end.</summary>
    public string UrlOf(TenantInfo tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return tenant.PrimaryDomain is { } domain ? $"https://{domain}" : PublicUrl.Replace("{tenant}", tenant.Slug, StringComparison.Ordinal).TrimEnd('/');
    }
}
