using System.Collections.Concurrent;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Remembers servers that do not answer, so that the messages behind wait instead of each finding it out, and lets only so many messages at
/// once to a server (DL-2). A server is known by all that is set for it: another tenant's wrong password for the same host shuts out nobody else.
/// </summary>
public sealed class ServerBreaker(TimeProvider clock)
{
    /// <summary>How long a server that did not answer is left alone.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(30);

    private const int AtOnce = 16;

    private readonly ConcurrentDictionary<object, DateTimeOffset> silentUntil = new();
    private readonly ConcurrentDictionary<object, SemaphoreSlim> places = new();

    /// <summary>True while the server is left alone.</summary>
    public bool IsOpen(object server) => silentUntil.TryGetValue(server, out var until) && clock.GetUtcNow() < until;

    /// <summary>Takes in how a message went.</summary>
    public void Heard(object server, MailReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        if (receipt.ServerIsAway) silentUntil[server] = clock.GetUtcNow() + OpenFor;
        else silentUntil.TryRemove(server, out _);
    }

    /// <summary>A place at a server, to be left again; null when none came free in time.</summary>
    public async Task<IDisposable?> EnterAsync(object server, TimeSpan within, CancellationToken ct)
    {
        var turns = places.GetOrAdd(server, _ => new SemaphoreSlim(AtOnce));
        return await turns.WaitAsync(within, ct) ? new Place(turns) : null;
    }

    private sealed class Place(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
