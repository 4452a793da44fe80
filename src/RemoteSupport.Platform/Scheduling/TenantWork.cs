using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Scheduling;

/// <summary>
/// Work across tenants, without lifting the fence: a definer function answers which tenants have something due in a table, and the work runs
/// inside each of them, in a scope of its own. Suspended tenants rest (TN-1).
/// </summary>
public sealed class TenantWork(IServiceScopeFactory scopes, TenantStore store, Npgsql.NpgsqlDataSource source, TimeProvider clock)
{
    /// <summary>The tenants that have something due in a table which answers that (see answer_due in the migrations).</summary>
    public async Task<IReadOnlyList<TenantInfo>> TenantsWithDueAsync(string table, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new Npgsql.NpgsqlCommand($"select * from tenants_with_due_{table}($1)", connection);
        command.Parameters.AddWithValue(clock.GetUtcNow());
        var ids = new List<Guid>();
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct)) ids.Add(reader.GetGuid(0));
        var tenants = new List<TenantInfo>();
        foreach (var id in ids)
            if (await store.GetAsync(id, ct) is { IsSuspended: false } tenant) tenants.Add(tenant);
        return tenants;
    }

    /// <summary>The tenant as it is by now; null when it has been suspended meanwhile, or the work is to stop.</summary>
    public async Task<TenantInfo?> IsAtWorkAsync(TenantInfo tenant, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(tenant);
        return !ct.IsCancellationRequested && await store.GetAsync(tenant.Id, ct) is { IsSuspended: false } now ? now : null;
    }

    /// <summary>Runs work inside a tenant, as the product itself.</summary>
    public async Task RunAsync(TenantInfo tenant, Func<IServiceProvider, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<MultiTenantContextAccessor>().Enter(tenant);
        scope.ServiceProvider.GetRequiredService<Caller>().IsOperator = true;
        await work(scope.ServiceProvider);
    }
}
