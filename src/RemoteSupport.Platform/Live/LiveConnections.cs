using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Platform.Live;

/// <summary>This node's connected pages: passes on what is announced, and ends those whose session ended.</summary>
public sealed class LiveConnections(IHubContext<LiveHub> hub)
{
    /// <summary>What an ended session's pages are told before their connection ends.</summary>
    public const string Ended = "ended";

    private readonly ConcurrentDictionary<string, (HubCallerContext Context, string Group, ITimer End)> connected = new();

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
        // A page whose end has moved connects again, and its connection then ends at the new one.
        if (heard.What is not (Ended or ActingSessions.Moved)) return;
        foreach (var (context, _, _) in connected.Values.Where(connection => connection.Group == heard.Group)) context.Abort();
    }
}
