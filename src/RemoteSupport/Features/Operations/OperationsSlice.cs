namespace RemoteSupport.Features.Operations;

internal static class OperationsSlice
{
    /// <summary>Sweeps the platform's tables; a slice declares its own.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services) =>
        services.AddSweep("account_links").AddSweep("sessions").AddSweep("live_events").AddSingleton<Readiness>();
}
