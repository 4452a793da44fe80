using Microsoft.Extensions.Logging;
using Quartz;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Scheduling;

/// <summary>
/// Runs one kind of <see cref="DueWork"/>, named by the job's key. The class's name is stored in the schedule: there is only this one, so that
/// kinds come and go without touching what is stored.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class DueJob(IEnumerable<DueWork> kinds, TenantWork tenants, ILogger<DueJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        // A node of another version may know a kind that this one does not: its next turn there is soon enough.
        if (kinds.FirstOrDefault(kind => kind.Kind == context.JobDetail.Key.Name) is not { } work) return;
        try
        {
            foreach (var tenant in await tenants.TenantsWithDueAsync(work.Table, cancellationToken)) await RunAsync(work, tenant, cancellationToken);
        }
        catch (Exception failure) when (DatabaseAway.Is(failure))
        {
            log.LogWarning("{Work} could not look for what is due ({Kind}); it runs again soon.", work.Kind, failure.GetType().Name);
        }
    }

    /// <summary>What breaks in one tenant does not keep the others waiting.</summary>
    private async Task RunAsync(DueWork work, TenantInfo tenant, CancellationToken ct)
    {
        try
        {
            var done = 1;
            while (done > 0 && await tenants.IsAtWorkAsync(tenant, ct) is { } now) await tenants.RunAsync(now, async scope => done = await work.Do(scope, ct));
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !DatabaseAway.Is(failure))
        {
            log.LogError(failure, "{Work} failed in tenant {Tenant}; it runs again soon.", work.Kind, tenant.Id);
        }
    }
}
