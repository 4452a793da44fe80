using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Platform.Live;

/// <summary>
/// Where open pages listen. The cookie of the handshake says whose page it is; every page hears of its own session (a guest's: of its pass), and of the
/// topics that are its session's (<see cref="LiveTopics"/>): no page chooses. A connection ends with its session: by the announcement, or by a timer, since
/// reaching its end commits nothing. In a room (<see cref="ILiveRooms"/>) pages whisper to each other.
/// </summary>
public sealed class LiveHub(LiveConnections connections, Whispers whispers, IEnumerable<LiveTopics> topics, TimeProvider clock) : Hub
{
    /// <summary>Where it is.</summary>
    public const string Path = "/live";

    /// <summary>The longest whisper, in characters.</summary>
    public const int LongestWhisper = 60_000;

    private static readonly object Rooms = new();

    /// <inheritdoc />
    public override async Task OnConnectedAsync()
    {
        var http = Context.GetHttpContext()!;
        var caller = http.RequestServices.GetRequiredService<Caller>();
        if ((caller.Session?.Id ?? caller.Pass?.Id) is not { } id)
        {
            Context.Abort();
            return;
        }

        foreach (var topic in TopicsOf(caller))
            await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(topic));
        var end = clock.CreateTimer(context => ((HubCallerContext)context!).Abort(), Context, connections.Wait(caller.Session?.OverAt ?? caller.Pass!.EndsAt), Timeout.InfiniteTimeSpan);
        connections.Add(Context, GroupOf(TopicOf(id)), end);
        // What was announced before it was added, it has not heard.
        if (await EndAsync(http) is { } until) end.Change(connections.Wait(until), Timeout.InfiniteTimeSpan);
        else Context.Abort();
    }

    /// <summary>
    /// What has changed since the page was made, of which it has heard nothing: what happened between its making and its connecting. Null where that cannot be
    /// told; then everything may have.
    /// </summary>
    public Task<IReadOnlyList<string>?> Since(string snapshot)
    {
        var services = Context.GetHttpContext()!.RequestServices;
        return services.GetRequiredService<LiveEvents>().SinceAsync([.. TopicsOf(services.GetRequiredService<Caller>())], snapshot, Context.ConnectionAborted);
    }

    /// <inheritdoc />
    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context.ConnectionId);
        foreach (var room in Entered) await InRoomsAsync(rooms => rooms.LeaveAsync(room, Context.ConnectionId));
    }

    /// <summary>Enters a room; answers this connection's id, or null for whom it is not open. Whoever sat on that side before hears "entered" with the id.</summary>
    public async Task<string?> Enter(Guid room)
    {
        if (await InRoomsAsync(rooms => rooms.EnterAsync(room, Context.ConnectionId, Context.ConnectionAborted)) is not { } seat) return null;
        Entered.Add(room);
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(seat.Topic));
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(SideOf(seat, seat.Side)));
        whispers.Say(GroupOf(SideOf(seat, seat.Side)), "entered", room, Context.ConnectionId);
        return Context.ConnectionId;
    }

    /// <summary>Says something to the other side of a room, where it is heard as "whisper" with the room and the text; false for whoever sits there no more.</summary>
    public async Task<bool> Whisper(Guid room, string text)
    {
        if (text is not { Length: > 0 and <= LongestWhisper } || text.Contains('\0', StringComparison.Ordinal)) throw new HubException("A whisper has 1 to 60000 characters.");
        if (await InRoomsAsync(rooms => rooms.FindSeatAsync(room, Context.ConnectionId, Context.ConnectionAborted)) is not { } seat) return false;
        whispers.Say(GroupOf(SideOf(seat, seat.Other)), "whisper", room, text);
        return true;
    }

    /// <summary>Leaves a room.</summary>
    public async Task Leave(Guid room)
    {
        if (Entered.Remove(room)) await InRoomsAsync(rooms => rooms.LeaveAsync(room, Context.ConnectionId));
    }

    /// <summary>The topic on which a session, or a pass, hears that it ended.</summary>
    public static string TopicOf(Guid sessionId) => $"session/{sessionId:N}";

    private IEnumerable<string> TopicsOf(Caller caller) =>
        (caller.Session is { } session ? topics.SelectMany(some => some.Of(session)) : []).Prepend(TopicOf(caller.Session?.Id ?? caller.Pass!.Id));

    private static string SideOf(RoomSeat seat, string side) => $"{seat.Topic}/{side}";

    private HashSet<Guid> Entered => (HashSet<Guid>)(Context.Items[Rooms] ??= new HashSet<Guid>());

    private string GroupOf(string topic) => LiveEvent.GroupOf(Context.GetHttpContext()!.RequestServices.GetRequiredService<MultiTenantContextAccessor>().Tenant.Id, topic);

    /// <summary>In the scope of the handshake: it knows tenant and caller, and a connection's invocations come one after the other.</summary>
    private T InRoomsAsync<T>(Func<ILiveRooms, T> ask) => ask(Context.GetHttpContext()!.RequestServices.GetRequiredService<ILiveRooms>());

    /// <summary>When the session or pass of the handshake is over, by what is stored now; null when it is.</summary>
    private async Task<DateTimeOffset?> EndAsync(HttpContext http)
    {
        var services = http.RequestServices;
        if (SessionMiddleware.GuestOf(http) is { } passId)
            return await services.GetRequiredService<PassStore>().FindAsync(passId, HostCookie.Get(http, SessionMiddleware.GuestCookieOf(passId)), Context.ConnectionAborted) is { EndReason: null } pass ? pass.Pass.EndsAt : null;
        return await services.GetRequiredService<SessionStore>().FindAsync(SessionMiddleware.TokenOf(http), isUse: false, Context.ConnectionAborted) is { EndReason: null } found ? found.Session.OverAt : null;
    }
}

/// <summary>Which topics the pages of a session hear of, besides the session itself; decided once, when a page connects.</summary>
/// <param name="Of">Their names, such as "organization/{id}".</param>
public sealed record LiveTopics(Func<Session, IEnumerable<string>> Of);
