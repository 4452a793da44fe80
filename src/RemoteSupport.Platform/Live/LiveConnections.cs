using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace RemoteSupport.Platform.Live;

/// <summary>This node's connected pages: passes on what is announced, and ends those whose session ended.</summary>
public sealed class LiveConnections(IHubContext<LiveHub> hub, TimeProvider clock)
{
    /// <summary>What an ended session's pages are told before their connection ends.</summary>
    public const string Ended = "ended";

    private readonly ConcurrentDictionary<string, (HubCallerContext Context, string Group, ITimer End)> connected = new();

    /// <summary>How long a timer waits for that moment.</summary>
    internal TimeSpan Wait(DateTimeOffset until) => until > clock.GetUtcNow() ? until - clock.GetUtcNow() : TimeSpan.Zero;

    internal void Add(HubCallerContext context, string group, ITimer end) => connected[context.ConnectionId] = (context, group, end);

    internal void Remove(string connectionId)
    {
        if (connected.TryRemove(connectionId, out var gone)) gone.End.Dispose();
    }

    /// <summary>Hears an announcement; null means that some may have been missed, and every page looks anew.</summary>
    internal async Task HearAsync(string? announced)
    {
        if (announced is null)
        {
            await hub.Clients.All.SendAsync("missed");
            return;
        }

        var heard = JsonSerializer.Deserialize<LiveEvent>(announced)!;
        await hub.Clients.Group(heard.Group).SendAsync("changed", heard.Topic, heard.What);
        foreach (var (context, _, end) in connected.Values.Where(connection => connection.Group == heard.Group))
            if (heard.What == Ended) context.Abort();
            else if (heard.Until is { } until) end.Change(Wait(until), Timeout.InfiniteTimeSpan);
    }
}
