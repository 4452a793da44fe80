using System.Collections.Concurrent;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Remembers servers that do not answer, so that the messages behind wait instead of each finding it out (DL-2).</summary>
public sealed class ServerBreaker(TimeProvider clock)
{
    /// <summary>How long a server that did not answer is left alone.</summary>
    public static readonly TimeSpan OpenFor = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<(string Host, int Port), DateTimeOffset> silentUntil = new();

    /// <summary>True while the server is left alone.</summary>
    public bool IsOpen(MailServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return silentUntil.TryGetValue((server.Host, server.Port), out var until) && clock.GetUtcNow() < until;
    }

    /// <summary>Takes in how a message went.</summary>
    public void Heard(MailServer server, MailReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(receipt);
        if (receipt.ServerIsAway) silentUntil[(server.Host, server.Port)] = clock.GetUtcNow() + OpenFor;
        else silentUntil.TryRemove((server.Host, server.Port), out _);
    }
}
