using System.Threading.Channels;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>Works on imports, on every node that runs jobs: one of a tenant at a time, two tenants at a time. Woken by the database, and every few seconds by itself.</summary>
internal sealed class ImportRunner(TenantWork tenants, NotificationListener listener, IOptions<JobsOptions> jobs, TimeProvider clock, ILogger<ImportRunner> log) : BackgroundService
{
    private const int AtOnce = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <inheritdoc />
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listener.Subscribe("import_asked", _ => bell.Writer.TryWrite(true));
        return base.StartAsync(cancellationToken);
    }

    /// <summary>Works off what is asked for in one tenant.</summary>
    public async Task DrainAsync(TenantInfo tenant, CancellationToken ct)
    {
        for (var more = true; more && await tenants.IsAtWorkAsync(tenant, ct) is { } now;)
            await tenants.RunAsync(now, async scope => more = await scope.GetRequiredService<ImportRun>().RunAsync(now, ct));
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!jobs.Value.Run) return;
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            await using var timer = clock.CreateTimer(_ => bell.Writer.TryWrite(true), null, Patience, Timeout.InfiniteTimeSpan);
            await bell.Reader.ReadAsync(stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken ct)
    {
        try
        {
            await Parallel.ForEachAsync(await tenants.TenantsWithDueAsync("organization_imports", ct), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
                async (tenant, stop) => await DrainAsync(tenant, stop));
        }
        catch (Exception broken) when (!ct.IsCancellationRequested)
        {
            // Whatever it is, the next look may go well; an import that broke is taken up when its lease is over.
            if (DatabaseAway.Is(broken)) log.LogWarning("Imports wait for the database ({Kind}).", broken.GetType().Name);
            else log.LogError(broken, "An import broke; it is taken up again soon.");
        }
    }
}
