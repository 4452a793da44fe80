using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Platform.Live;

/// <summary>Puts what moves by itself into a program.</summary>
public static class LiveSetup
{
    /// <summary>Bytes: what may be whispered at once, escaped.</summary>
    private const long LargestMessage = 128 * 1024;

    /// <summary>The node's ear, and its connected pages.</summary>
    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSingleton<NotificationListener>().AddHostedService(provider => provider.GetRequiredService<NotificationListener>());
        services.AddSignalR(options => (options.KeepAliveInterval, options.MaximumReceiveMessageSize) = (TimeSpan.FromSeconds(5), LargestMessage));
        services.AddSingleton<Whispers>().AddHostedService(provider => provider.GetRequiredService<Whispers>());
        return services.AddSingleton<LiveConnections>();
    }

    /// <summary>
    /// The hub, by WebSockets only (so any node will do), and beside it the question that a page asks when its connection is lost: is my session
    /// still there?
    /// </summary>
    public static void MapLive(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var log = app.ServiceProvider.GetRequiredService<ILogger<LiveHub>>();
        var connections = app.ServiceProvider.GetRequiredService<LiveConnections>();
        var (listener, whispers) = (app.ServiceProvider.GetRequiredService<NotificationListener>(), app.ServiceProvider.GetRequiredService<Whispers>());
        listener.Subscribe(LiveEvents.Channel, announced => _ = TellAsync(() => connections.HearAsync(announced), log));
        listener.Subscribe(Whispers.Channel, piece => _ = TellAsync(() => whispers.HearAsync(piece), log));
        app.MapHub<LiveHub>(LiveHub.Path, options => options.Transports = HttpTransportType.WebSockets);
        app.MapGet(LiveHub.Path + "/session", (Caller caller, HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-store";
            return caller.Session is null && caller.Pass is null ? Results.Unauthorized() : Results.NoContent();
        }).ExcludeFromDescription();
    }

    private static async Task TellAsync(Func<Task> tell, ILogger log)
    {
        try
        {
            await tell();
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            log.LogError(broken, "An announcement could not be passed on.");
        }
    }
}
