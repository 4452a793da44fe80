namespace RemoteSupport.Features.Limits;

internal static class LimitsSlice
{
    public static IServiceCollection AddLimits(this IServiceCollection services) => services.AddScoped<LimitText>();
}
