using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Platform.Live;

/// <summary>
/// Where open pages listen. The cookie of the handshake says whose page it is; every page hears of its own session, and of the topics that are its
/// session's (<see cref="LiveTopics"/>): no page chooses. A connection ends with its session: by the announcement, or by a timer, since reaching its
/// end commits nothing.
/// </summary>
public sealed class LiveHub(LiveConnections connections, IEnumerable<LiveTopics> topics, TimeProvider clock) : Hub
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
        foreach (var topic in topics.SelectMany(some => some.Of(session)).Prepend(TopicOf(session.Id)))
            await Groups.AddToGroupAsync(Context.ConnectionId, LiveEvent.GroupOf(tenant.Id, topic));
        var end = clock.CreateTimer(context => ((HubCallerContext)context!).Abort(), Context, connections.Wait(session.OverAt), Timeout.InfiniteTimeSpan);
        connections.Add(Context, group, end);
        // What was announced before it was added, it has not heard.
        if (await services.GetRequiredService<SessionStore>().FindAsync(SessionMiddleware.TokenOf(http), isUse: false, Context.ConnectionAborted) is not { EndReason: null } now) Context.Abort();
        else end.Change(connections.Wait(now.Session.OverAt), Timeout.InfiniteTimeSpan);
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

/// <summary>Which topics the pages of a session hear of, besides the session itself; decided once, when a page connects.</summary>
/// <param name="Of">Their names, such as "organization/{id}".</param>
public sealed record LiveTopics(Func<Session, IEnumerable<string>> Of);
