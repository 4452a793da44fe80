namespace RemoteSupport.Platform.Tenancy;

/// <summary>Holds the tenant of a scope: set once, by the host of a request or by a job that goes from tenant to tenant.</summary>
public sealed class MultiTenantContextAccessor
{
    /// <summary>Null outside any tenant: the fence then shows nothing at all.</summary>
    public TenantInfo? TenantInfo { get; private set; }

    /// <summary>The tenant, where there must be one.</summary>
    public TenantInfo Tenant => TenantInfo ?? throw new InvalidOperationException("This needs a tenant, and the scope has none.");

    /// <summary>Puts the scope into a tenant. A scope never moves from one tenant to another.</summary>
    public void Enter(TenantInfo tenant)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        if (TenantInfo is { } current && current.Id != tenant.Id) throw new InvalidOperationException("A scope belongs to one tenant.");
        TenantInfo = tenant;
    }
}
