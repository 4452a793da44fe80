using RemoteSupport.Features.Organizations.Import;

namespace RemoteSupport.Features.Organizations;

internal static class OrganizationsSlice
{
    /// <summary>What works by itself on a serving node.</summary>
    public static IServiceCollection AddImportRunner(this IServiceCollection services) =>
        services.AddSingleton<ImportRunner>().AddHostedService(provider => provider.GetRequiredService<ImportRunner>());

    public static IServiceCollection AddOrganizations(this IServiceCollection services) =>
        services.AddTransient<OrganizationFields>().AddScoped<OrganizationRows>().AddScoped<OrganizationChange>().AddScoped<CreatedBefore>()
            .AddScoped<OwnerNaming>().AddScoped<OwnerMails>().AddScoped<Ownership>()
            .AddTransient<ImportRun>().AddScoped<ImportUpload>().AddScoped<ImportRows>().AddScoped<ImportLease>().AddScoped<ImportBatch>().AddScoped<ImportRow>().AddScoped<KnownOrganizations>()
            .AddScoped<Handovers>().AddScoped<HandoverMails>().AddScoped<ManagedByChange>();
}
