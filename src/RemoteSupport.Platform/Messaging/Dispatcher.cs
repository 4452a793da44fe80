using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Sends what is in the outbox, on every node. Woken by the database, and every few seconds by itself. Each channel of each tenant is worked on
/// by itself, two batches at a time, so that neither a tenant's flood nor its dead server holds up anybody else (DL-2).
/// </summary>
public sealed class Dispatcher(TenantWork tenants, NotificationListener listener, IOptions<EmailOptions> email, IHostEnvironment environment, TimeProvider clock, ILogger<Dispatcher> log)
    : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly string[] Ways = [Channels.Email, Channels.Sms];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<(Guid Tenant, string Channel), Task> atWork = new();
    private readonly ConcurrentDictionary<(Guid Tenant, string Channel), bool> askedAgain = new();

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listener.Subscribe("message_queued", _ => bell.Writer.TryWrite(true));
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Sends all that is due in one tenant; answers when nothing is left to do now.</summary>
    public Task DrainAsync(TenantInfo tenant, CancellationToken ct) => Task.WhenAll(Ways.Select(channel => DrainAsync(tenant, channel, ct)));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!email.Value.Dispatch) return;
        if (email.Value.Server is null && !environment.IsDevelopment()) log.LogWarning("Email:Smtp:Host is not set: e-mail of tenants without a server of their own waits in the outbox.");
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken);
                await RestAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(atWork.Values);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            foreach (var tenant in await tenants.TenantsWithDueAsync("messages", ct))
                foreach (var channel in Ways) Work(tenant, channel, ct);
        }
        catch (Exception broken) when (!ct.IsCancellationRequested)
        {
            // Whatever it is, the next look may go well; a dispatcher that ended would leave messages lying.
            if (DatabaseAway.Is(broken)) log.LogWarning("The outbox cannot be read ({Kind}); trying again.", broken.GetType().Name);
            else log.LogError(broken, "The outbox cannot be read; trying again.");
        }
    }

    private void Work(TenantInfo tenant, string channel, CancellationToken ct)
    {
        var lane = (tenant.Id, channel);
        askedAgain.TryRemove(lane, out _);
        if (atWork.ContainsKey(lane))
        {
            // Those at work may have looked just before this message came.
            askedAgain[lane] = true;
            return;
        }

        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        atWork[lane] = WorkAsync(tenant, channel, begin.Task, ct);
        begin.SetResult();
    }

    private async Task WorkAsync(TenantInfo tenant, string channel, Task begin, CancellationToken ct)
    {
        await begin;
        try
        {
            await DrainAsync(tenant, channel, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
        catch (Exception broken)
        {
            if (DatabaseAway.Is(broken)) log.LogWarning("A batch of messages was interrupted ({Kind}); it comes again when its lease is over.", broken.GetType().Name);
            else log.LogError(broken, "A batch of messages broke; its messages come again when their lease is over.");
        }

        atWork.TryRemove((tenant.Id, channel), out _);
        if (askedAgain.TryRemove((tenant.Id, channel), out _)) bell.Writer.TryWrite(true);
    }

    private Task DrainAsync(TenantInfo tenant, string channel, CancellationToken ct) => Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => BatchesAsync(tenant, channel, ct)));

    private async Task BatchesAsync(TenantInfo tenant, string channel, CancellationToken ct)
    {
        for (var more = true; more && !ct.IsCancellationRequested;) more = await tenants.IsAtWorkAsync(tenant, ct) is { } now && await BatchAsync(now, channel, ct);
    }

    private async Task<bool> BatchAsync(TenantInfo tenant, string channel, CancellationToken ct)
    {
        var more = false;
        await tenants.RunAsync(tenant, async scope =>
        {
            var lane = scope.GetServices<IDeliveryLane>().Single(lane => lane.Channel == channel);
            more = await scope.GetRequiredService<DispatchBatch>().RunAsync(lane, ct);
        });
        return more;
    }

    private async Task RestAsync(CancellationToken ct)
    {
        await using var timer = clock.CreateTimer(_ => bell.Writer.TryWrite(true), null, Patience, Timeout.InfiniteTimeSpan);
        await bell.Reader.ReadAsync(ct);
    }
}
