namespace RemoteSupport.Features.Profile;

internal static class ProfileSlice
{
    public static IServiceCollection AddProfile(this IServiceCollection services) => services.AddScoped<PasswordChange>();
}
