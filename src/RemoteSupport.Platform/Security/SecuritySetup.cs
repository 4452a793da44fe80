using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace RemoteSupport.Platform.Security;

/// <summary>Joins this folder to a host.</summary>
public static class SecuritySetup
{
    /// <summary>
    /// Keys, tokens, sealing and password hashing. Reads "Keys:Master", "Data:Directory" (in development, for a key made by itself)
    /// and "Passwords" when the host starts, and stops the start if one of them cannot be used.
    /// </summary>
    public static IServiceCollection AddPlatformSecurity(this IServiceCollection services)
    {
        services.AddOptions<PasswordHashingOptions>().BindConfiguration("Passwords").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton(provider => MasterKeySource.Load(
                provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()))
            .AddHostedService<MasterKeyAtStart>()
            .AddSingleton<SecretSealer>()
            .AddSingleton<LinkTokens>()
            .AddSingleton<KeyedHash>()
            .AddSingleton<PasswordHashing>();
    }
}
