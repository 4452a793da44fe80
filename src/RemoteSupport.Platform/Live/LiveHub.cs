using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

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
        var http = Context.GetHttpContext()!;
        var services = http.RequestServices;
        if (services.GetRequiredService<Caller>().Session is not { } session)
        {
            Context.Abort();
            return;
        }

        var tenant = services.GetRequiredService<MultiTenantContextAccessor>().Tenant;
        var group = LiveEvent.GroupOf(tenant.Id, TopicOf(session.Id));
        await Groups.AddToGroupAsync(Context.ConnectionId, group);
        connections.Add(Context, group, clock.CreateTimer(context => ((HubCallerContext)context!).Abort(), Context, EndOf(session) - clock.GetUtcNow(), Timeout.InfiniteTimeSpan));
        // What was announced before it was added, it has not heard.
        if (await services.GetRequiredService<SessionStore>().FindAsync(SessionMiddleware.TokenOf(http), isUse: false, Context.ConnectionAborted) is null) Context.Abort();
    }

    /// <inheritdoc />
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        return Task.CompletedTask;
    }

    /// <summary>At its end, or when nobody has used it for long; a page whose session was used meanwhile connects again.</summary>
    private static DateTimeOffset EndOf(Session session)
    {
        var idle = session.LastSeenAt + Session.Idle;
        return idle < session.EndsAt ? idle : session.EndsAt;
    }

    /// <summary>The topic on which a session hears that it ended.</summary>
    public static string TopicOf(Guid sessionId) => $"session/{sessionId:N}";
}
