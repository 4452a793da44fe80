using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Sends what is in the outbox, on every node. Woken by the database, and every few seconds by itself. Each tenant is worked on by itself, two
/// batches at a time, so that one tenant's flood does not hold up another (DL-2).
/// </summary>
public sealed class Dispatcher(TenantWork tenants, NotificationListener listener, IOptions<EmailOptions> email, IHostEnvironment environment, TimeProvider clock, ILogger<Dispatcher> log)
    : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ConcurrentDictionary<Guid, Task> atWork = new();

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listener.Subscribe("message_queued", _ => bell.Writer.TryWrite(true));
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (email.Value.Server is null && !environment.IsDevelopment())
        {
            log.LogWarning("Email:Smtp:Host is not set: messages wait in the outbox.");
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var tenant in await tenants.TenantsWithDueAsync("messages", stoppingToken)) Work(tenant, stoppingToken);
            }
            catch (Exception broken) when (broken is Npgsql.NpgsqlException or TimeoutException && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The outbox cannot be read ({Kind}); trying again.", broken.GetType().Name);
            }

            await RestAsync(stoppingToken);
        }

        await Task.WhenAll(atWork.Values);
    }

    /// <summary>Sends all that is due in one tenant; answers when nothing is left to do now.</summary>
    public async Task DrainAsync(TenantInfo tenant, CancellationToken ct)
    {
        async Task Batches()
        {
            var more = true;
            while (more && !ct.IsCancellationRequested)
                await tenants.RunAsync(tenant, async scope => more = await scope.GetRequiredService<DispatchBatch>().RunAsync(ct));
        }

        await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Batches()));
    }

    private void Work(TenantInfo tenant, CancellationToken ct)
    {
        if (atWork.ContainsKey(tenant.Id)) return;
        atWork[tenant.Id] = Task.Run(async () =>
        {
            try
            {
                await DrainAsync(tenant, ct);
            }
            catch (Exception broken) when (!ct.IsCancellationRequested)
            {
                log.LogError(broken, "A batch of messages broke; its messages come again when their lease is over.");
            }
            finally
            {
                atWork.TryRemove(tenant.Id, out _);
            }
        }, CancellationToken.None);
    }

    private async Task RestAsync(CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var timer = clock.CreateTimer(_ => bell.Writer.TryWrite(true), null, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            await bell.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }
}
