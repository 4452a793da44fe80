using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Takes a few due messages of the current tenant and sends them. Taking is a lease: due_at moves on and commits before anything is sent, so
/// that a killed node's messages come again by themselves. What became of each is a transaction of its own; a node that lost its lease records
/// nothing.
/// </summary>
public sealed class DispatchBatch(OutboxLease lease, MailSender sender, ServerBreaker breaker, MultiTenantContextAccessor tenancy, IOptions<EmailOptions> email, TimeProvider clock)
{
    /// <summary>No sending begins later than this after the lease began.</summary>
    private static readonly TimeSpan BeginWithin = TimeSpan.FromMinutes(1);

    /// <summary>How long one message may take; with the time above it stays within the lease, so no other node sends meanwhile.</summary>
    private static readonly TimeSpan SendWithin = TimeSpan.FromMinutes(3);

    /// <summary>How long a message in the middle may go on when the node is to stop.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>True when there may be more to send now.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        if (email.Value.Server is not { } server)
        {
            await lease.KeepAsync();
            return false;
        }

        if (ct.IsCancellationRequested || breaker.IsOpen(server)) return false;
        var began = clock.GetTimestamp();
        var batch = await lease.TakeAsync();
        var logo = batch.Count == 0 ? null : await lease.LogoAsync();
        for (var sent = 0; sent < batch.Count; sent++)
        {
            if (Pause(server, began, ct) is { } pause)
            {
                await lease.GiveBackAsync(batch.Skip(sent), pause);
                return pause == TimeSpan.Zero && !ct.IsCancellationRequested;
            }

            if (batch[sent].GiveUpAt <= clock.GetUtcNow())
            {
                await lease.GiveUpAsync(batch[sent]);
                continue;
            }

            if (await SendAsync(server, batch[sent], logo, ct) is not { } receipt) continue;
            breaker.Heard(server, receipt);
            await lease.RecordAsync(batch[sent], receipt);
        }

        return batch.Count == OutboxLease.Size;
    }

    /// <summary>Null to go on; else how long the rest of the batch waits before anybody takes it.</summary>
    private TimeSpan? Pause(MailServer server, long began, CancellationToken ct)
    {
        if (breaker.IsOpen(server)) return ServerBreaker.OpenFor;
        return ct.IsCancellationRequested || clock.GetElapsedTime(began) > BeginWithin ? TimeSpan.Zero : null;
    }

    /// <summary>Null when the node has to stop in the middle of it: nobody knows whether the server took it, so it comes again when its lease is over.</summary>
    private async Task<MailReceipt?> SendAsync(MailServer server, QueuedMessage message, InlineImage? logo, CancellationToken stopping)
    {
        using var limit = new CancellationTokenSource(SendWithin, clock);
        await using var stop = stopping.Register(() => limit.CancelAfter(Grace));
        try
        {
            return await sender.SendAsync(server, message, tenancy.Tenant, logo, limit.Token);
        }
        catch (OperationCanceledException)
        {
            return stopping.IsCancellationRequested ? null : new MailReceipt(MailResult.TryLater, MailReasons.NoAnswerInTime, ServerIsAway: true);
        }
    }
}
