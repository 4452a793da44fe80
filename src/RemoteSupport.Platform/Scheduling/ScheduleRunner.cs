using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Quartz;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Platform.Scheduling;

/// <summary>
/// Starts this node's scheduler as soon as the database lets it, and stops it with the node. Never in the way of serving: a database that is
/// away is waited for. Time here is real time, whatever the product's clock says.
/// </summary>
internal sealed class ScheduleRunner(
    ISchedulerFactory factory, IEnumerable<DueWork> kinds, NpgsqlDataSource source, IOptions<JobsOptions> options, ILogger<ScheduleRunner> log)
    : BackgroundService
{
    private const long Lock = 5_080_000_002;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private IScheduler? scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (scheduler is not null) await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(Pause);
        do
        {
            if (await TryStartAsync(stoppingToken)) return;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<bool> TryStartAsync(CancellationToken ct)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            var fresh = await factory.GetScheduler(ct);
            await EnsureScheduleAsync(fresh, connection, ct);
            await fresh.Start(ct);
            scheduler = fresh;
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            if (DatabaseAway.Is(failure)) log.LogWarning("The schedule waits for the database ({Kind}).", failure.GetType().Name);
            else log.LogError(failure, "The schedule cannot start; trying again.");
            return false;
        }
    }

    /// <summary>
    /// Makes what is missing, once for all nodes. Triggers are never declared in code: a node that starts would make them anew, and one that
    /// another node has in its hands would then fire twice.
    /// </summary>
    private async Task EnsureScheduleAsync(IScheduler fresh, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var wait = new NpgsqlCommand("select pg_advisory_xact_lock($1)", connection, transaction) { Parameters = { new() { Value = Lock } } };
        await wait.ExecuteNonQueryAsync(ct);
        foreach (var kind in kinds)
        {
            var (job, trigger) = (new JobKey(kind.Kind), new TriggerKey(kind.Kind));
            if (await fresh.Exists(trigger, ct)) continue;
            await fresh.ScheduleJob(
                JobBuilder.Create<DueJob>().WithIdentity(job).StoreDurably().Build(),
                TriggerBuilder.Create().WithIdentity(trigger).ForJob(job).WithSimpleSchedule(every => every.WithInterval(options.Value.Every).RepeatForever()).Build(),
                cancellationToken: ct);
        }

        await transaction.CommitAsync(ct);
    }
}
