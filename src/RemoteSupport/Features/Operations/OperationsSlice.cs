using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.Operations;

internal static class OperationsSlice
{
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        foreach (var table in Enum.GetValues<Sweep.Table>())
            services.AddDueWork("sweep " + Sweep.NameOf(table), Sweep.NameOf(table), () => new Sweep(table));
        return services.AddSingleton<Readiness>();
    }
}
