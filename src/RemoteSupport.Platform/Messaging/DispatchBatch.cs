using Microsoft.Extensions.Hosting;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Takes a few due messages of one channel of the current tenant and sends them. Taking is a lease: due_at moves on and commits before anything
/// is sent, so that a killed node's messages come again by themselves. What became of each is a transaction of its own; a node that lost its
/// lease records nothing.
/// </summary>
public sealed class DispatchBatch(OutboxLease lease, ServerBreaker breaker, IHostEnvironment environment, TimeProvider clock)
{
    /// <summary>No sending begins later than this after the lease began.</summary>
    private static readonly TimeSpan BeginWithin = TimeSpan.FromMinutes(1);

    /// <summary>How long one message may take; with the time above it stays within the lease, so no other node sends meanwhile.</summary>
    private static readonly TimeSpan SendWithin = TimeSpan.FromMinutes(3);

    /// <summary>How long a message in the middle may go on when the node is to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>True when there may be more to send now.</summary>
    public async Task<bool> RunAsync(IDeliveryLane lane, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(lane);
        if (ct.IsCancellationRequested || !await lease.AnyDueAsync(lane.Channel)) return false;
        if (await lane.FindServerAsync() is not { } server)
        {
            await GoNowhereAsync(lane);
            return false;
        }

        if (breaker.IsOpen(server)) return false;
        var batch = await lease.TakeAsync(lane.Channel);
        var more = await SendAsync(lane, server, batch, ct);
        if (batch.Count > 0) await lease.TellAsync(batch.Select(message => message.Topic));
        return more;
    }

    private async Task<bool> SendAsync(IDeliveryLane lane, object server, IReadOnlyList<QueuedMessage> batch, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        for (var sent = 0; sent < batch.Count; sent++)
        {
            using var place = await PlaceAsync(server, began, ct);
            if (place is null || Pause(server, ct) is not null)
            {
                var pause = Pause(server, ct) ?? TimeSpan.Zero;
                await lease.GiveBackAsync(batch.Skip(sent), pause);
                return pause == TimeSpan.Zero && !ct.IsCancellationRequested;
            }

            await SendAsync(lane, server, batch[sent], ct);
        }

        return batch.Count == OutboxLease.Size;
    }

    /// <summary>In development messages land in the local outbox, whole; elsewhere they wait until they have no use any more, or fail (DL-3).</summary>
    private async Task GoNowhereAsync(IDeliveryLane lane)
    {
        var changed = environment.IsDevelopment() ? await lease.KeepAsync(lane.Channel) : await lease.FailAsync(lane.Channel, lane.NoServer, onlyUseless: lane.WaitsForServer);
        if (changed.Count > 0) await lease.TellAsync(changed);
    }

    /// <summary>How long the rest of the batch waits before anybody takes it; null to go on.</summary>
    private TimeSpan? Pause(object server, CancellationToken ct)
    {
        if (breaker.IsOpen(server)) return ServerBreaker.OpenFor;
        return ct.IsCancellationRequested ? TimeSpan.Zero : null;
    }

    /// <summary>Null when the lease is too old to begin with another message.</summary>
    private async Task<IDisposable?> PlaceAsync(object server, long began, CancellationToken ct)
    {
        var left = BeginWithin - clock.GetElapsedTime(began);
        // Without the token: one that is told to stop still has to give back what it holds.
        return left <= TimeSpan.Zero || ct.IsCancellationRequested ? null : await breaker.EnterAsync(server, left, CancellationToken.None);
    }

    private async Task SendAsync(IDeliveryLane lane, object server, QueuedMessage message, CancellationToken ct)
    {
        if (message.GiveUpAt <= clock.GetUtcNow())
        {
            await lease.GiveUpAsync(message);
            return;
        }

        if (await HandOverAsync(lane, message, ct) is not { } receipt) return;
        breaker.Heard(server, receipt);
        await lease.RecordAsync(message, receipt);
    }

    /// <summary>Null when the node has to stop in the middle of it: nobody knows whether the server took it, so it comes again when its lease is over.</summary>
    private async Task<MailReceipt?> HandOverAsync(IDeliveryLane lane, QueuedMessage message, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(SendWithin, clock);
        await using var stop = stopping.Register(() => limit.CancelAfter(Grace));
        try
        {
            return await lane.SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return stopping.IsCancellationRequested ? null : new MailReceipt(MailResult.TryLater, MailReasons.NoAnswerInTime, ServerIsAway: true);
        }
    }
}
