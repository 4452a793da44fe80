using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Tenants;

/// <summary>The operator says how much a tenant may keep of recordings, pictures and files (ML-1). What is kept already stays.</summary>
[OperatorOnly]
internal sealed record SetMediaQuota(string Slug, int Gibibytes) : ICommand<TenantChanged>
{
    private const int Most = 1 << 20;

    internal sealed class Handler(Db db, TenantFence fence, AuditTrail audit) : IRequestHandler<SetMediaQuota, Outcome<TenantChanged>>
    {
        public async Task<Outcome<TenantChanged>> Handle(SetMediaQuota request, CancellationToken cancellationToken)
        {
            if (request.Gibibytes is < 1 or > Most) return new TenantRefused("gibibytes", $"Give a number of GiB from 1 to {Most}.");
            if (await fence.EnterAsync(request.Slug) is not { } tenant) return new NoSuchTenant(request.Slug);
            audit.Target("tenant", tenant.Id, tenant.Name);
            var after = (long)request.Gibibytes << 30;
            var before = await db.SingleAsync<long>("select media_quota from tenant_settings where tenant_id = @Id for no key update", new { tenant.Id }, cancellationToken);
            if (before == after) audit.Nothing();
            else await db.RunAsync("update tenant_settings set media_quota = @after where tenant_id = @Id", new { tenant.Id, after }, cancellationToken);
            audit.Changed("mediaQuota", $"{before >> 30} GiB", $"{request.Gibibytes} GiB");
            return new TenantChanged(tenant.Slug, before != after);
        }
    }
}
