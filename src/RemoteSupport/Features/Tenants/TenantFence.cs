using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Tenants;

/// <summary>
/// Puts an operator's running transaction into a tenant's fence: from there on what is inserted is the tenant's, also the audit entry. The
/// operator works as the database's owner, because tenants and their domains are not the application's to write.
/// </summary>
internal sealed class TenantFence(Db db, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    /// <summary>Finds a tenant, holds it until the end of the transaction, and enters its fence; null when there is none.</summary>
    public async Task<TenantRecord?> EnterAsync(string slug)
    {
        // Held first and read then: what a join reads stands from before the wait.
        await db.RunAsync("select from tenants where slug = @slug for update", new { slug });
        var tenant = await db.FindAsync<TenantRecord>(TenantRecord.Sql + "where t.slug = @slug", new { slug });
        if (tenant is null) return null;
        tenancy.Enter(tenant.ToInfo());
        await EnterAsync(tenant.Id);
        return tenant;
    }

    /// <summary>Makes a tenant and enters its fence; null when somebody else has made it meanwhile.</summary>
    public async Task<Guid?> MakeAsync(string slug)
    {
        var now = clock.GetUtcNow();
        var id = await db.FindAsync<Guid?>(
            "insert into tenants (id, slug, created_at) values (@id, @slug, @now) on conflict (slug) do nothing returning id",
            new { id = Guid.CreateVersion7(now), slug, now });
        if (id is { } made) await EnterAsync(made);
        return id;
    }

    /// <summary>The tenant as it is now, for the rest of the scope.</summary>
    public async Task<TenantRecord> ReadAsync(string slug)
    {
        var tenant = await db.SingleAsync<TenantRecord>(TenantRecord.Sql + "where t.slug = @slug", new { slug });
        tenancy.Enter(tenant.ToInfo());
        return tenant;
    }

    private Task<string> EnterAsync(Guid id) => db.SingleAsync<string>("select set_config('app.tenant', @id, true)", new { id = id.ToString() });
}
