using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.PasswordReset;

internal static class PasswordResetSlice
{
    public static IServiceCollection AddPasswordReset(this IServiceCollection services) => services.AddScoped<ResetMails>().AddScoped<ILinkLife, ResetLinkLife>();
}
