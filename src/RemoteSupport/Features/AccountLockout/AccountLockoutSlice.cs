using RemoteSupport.Features.Operations;

namespace RemoteSupport.Features.AccountLockout;

internal static class AccountLockoutSlice
{
    public static IServiceCollection AddAccountLockout(this IServiceCollection services) =>
        services.AddScoped<Tries>().AddScoped<KnownDevices>().AddScoped<LockNotice>().AddSweep("sign_in_tries");
}
