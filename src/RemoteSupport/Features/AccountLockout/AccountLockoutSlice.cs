namespace RemoteSupport.Features.AccountLockout;

internal static class AccountLockoutSlice
{
    public static IServiceCollection AddAccountLockout(this IServiceCollection services) =>
        services.AddScoped<Tries>().AddScoped<KnownDevices>().AddScoped<LockNotice>();
}
