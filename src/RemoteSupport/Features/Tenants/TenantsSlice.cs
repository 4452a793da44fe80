namespace RemoteSupport.Features.Tenants;

internal static class TenantsSlice
{
    public static IServiceCollection AddTenants(this IServiceCollection services) =>
        services.AddScoped<TenantFence>().AddScoped<TenantBrand>().AddScoped<FirstAdmin>();
}
