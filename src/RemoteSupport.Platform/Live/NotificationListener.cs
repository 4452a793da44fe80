using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Platform.Live;

/// <summary>
/// This node's ear: one connection that listens to what other nodes announce in their transactions. Whoever subscribes is also called when
/// announcements may have been missed, with no payload, and then looks anew.
/// </summary>
public sealed class NotificationListener(NpgsqlDataSource source, TimeProvider clock, ILogger<NotificationListener> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, Action<string?>> subscribers = new();

    /// <summary>Calls back for each announcement on the channel, and with null after a gap. Subscribe before the program starts.</summary>
    public void Subscribe(string channel, Action<string?> heard) =>
        subscribers.AddOrUpdate(channel, heard, (_, others) => others + heard);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                // Whatever it is: a node that hears nothing more is worse than one that tries again.
                if (DatabaseAway.Is(broken) || broken is IOException) log.LogWarning("The connection that listens to the database is lost ({Kind}); trying again.", broken.GetType().Name);
                else log.LogError(broken, "The connection that listens to the database broke; trying again.");
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, heard) => { if (subscribers.TryGetValue(heard.Channel, out var subscriber)) subscriber(heard.Payload); };
        foreach (var channel in subscribers.Keys)
        {
            await using var listen = new NpgsqlCommand($"listen {channel}", connection);
            await listen.ExecuteNonQueryAsync(ct);
        }

        foreach (var subscriber in subscribers.Values) subscriber(null);
        while (true)
        {
            // A connection that died without a word looks like one on which nothing happens.
            if (await connection.WaitAsync(Silence, ct)) continue;
            await using var alive = new NpgsqlCommand("select 1", connection) { CommandTimeout = 5 };
            await alive.ExecuteNonQueryAsync(ct);
        }
    }
}
