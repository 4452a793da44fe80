namespace RemoteSupport.Features.Calls;

internal static class CallsSlice
{
    public static IServiceCollection AddCalls(this IServiceCollection services) => services.AddScoped<Seats>();
}
