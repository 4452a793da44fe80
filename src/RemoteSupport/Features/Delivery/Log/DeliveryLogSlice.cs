namespace RemoteSupport.Features.Delivery.Log;

internal static class DeliveryLogSlice
{
    public static IServiceCollection AddDeliveryLog(this IServiceCollection services) => services.AddScoped<Resending>().AddScoped<LogWords>();
}
