namespace RemoteSupport.Features.Audit;

internal static class AuditSlice
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services.AddScoped<AuditRows>().AddScoped<AuditWords>();
}
