namespace RemoteSupport.Features.Organizations;

internal static class OrganizationsSlice
{
    public static IServiceCollection AddOrganizations(this IServiceCollection services) =>
        services.AddTransient<OrganizationFields>().AddScoped<OrganizationRows>().AddScoped<OrganizationChange>()
            .AddScoped<OwnerNaming>().AddScoped<OwnerMails>().AddScoped<Ownership>()
            .AddScoped<Handovers>().AddScoped<HandoverMails>().AddScoped<ManagedByChange>();
}
