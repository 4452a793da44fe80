using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Live;

/// <summary>
/// Where open pages listen. The cookie of the handshake says whose page it is; every page hears of its own session. A connection ends with its
/// session: by the announcement, or by a timer, since reaching its end commits nothing.
/// </summary>
public sealed class LiveHub(LiveConnections connections, TimeProvider clock) : Hub
{
    /// <summary>Where it is.</summary>
    public const string Path = "/live";

    /// <inheritdoc />
    public override async Task OnConnectedAsync()
    {
        var services = Context.GetHttpContext()!.RequestServices;
        if (services.GetRequiredService<Caller>().Session is not { } session)
        {
            Context.Abort();
            return;
        }

        var tenant = services.GetRequiredService<MultiTenantContextAccessor>().Tenant;
        var group = LiveEvent.GroupOf(tenant.Id, TopicOf(session.Id));
        await Groups.AddToGroupAsync(Context.ConnectionId, group);
        connections.Add(Context, group, clock.CreateTimer(context => ((HubCallerContext)context!).Abort(), Context, session.EndsAt - clock.GetUtcNow(), Timeout.InfiniteTimeSpan));
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>The topic on which a session hears that it ended.</summary>
    public static string TopicOf(Guid sessionId) => $"session/{sessionId:N}";
}
