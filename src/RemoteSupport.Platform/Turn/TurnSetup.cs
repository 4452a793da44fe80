using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Turn;

/// <summary>Puts the relays of calls into a program.</summary>
public static class TurnSetup
{
    /// <summary>Reads "Turn", and stops the start where it cannot be used.</summary>
    public static IServiceCollection AddTurn(this IServiceCollection services)
    {
        services.AddOptions<TurnOptions>().BindConfiguration("Turn").ValidateOnStart();
        return services.AddSingleton<IValidateOptions<TurnOptions>, TurnOptions.Check>().AddSingleton<TurnServers>();
    }
}
