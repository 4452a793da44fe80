using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Activation;

internal static class ActivationSlice
{
    public static IServiceCollection AddActivation(this IServiceCollection services) => services.AddScoped<ILinkLife, ActivationLinkLife>();
}
