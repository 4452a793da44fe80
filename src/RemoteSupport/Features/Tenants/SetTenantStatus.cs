using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Tenants;

/// <summary>
/// The operator suspends a tenant: pages and API answer 503, its sessions stay but are refused, its remote logins end, its background work rests
/// (TN-1). Or brings all of that back but the remote logins.
/// </summary>
[OperatorOnly]
internal sealed record SetTenantStatus(string Slug, bool IsSuspended) : ICommand<TenantChanged>
{
    internal sealed class Handler(Db db, TenantFence fence, ActingSessions logins, AuditTrail audit) : IRequestHandler<SetTenantStatus, Outcome<TenantChanged>>
    {
        public async Task<Outcome<TenantChanged>> Handle(SetTenantStatus request, CancellationToken cancellationToken)
        {
            if (await fence.EnterAsync(request.Slug) is not { } tenant) return new NoSuchTenant(request.Slug);
            audit.Target("tenant", tenant.Id, tenant.Name);
            var status = request.IsSuspended ? "suspended" : "active";
            if (tenant.Status == status)
            {
                audit.Nothing();
                return new TenantChanged(tenant.Slug, IsChanged: false);
            }

            await db.RunAsync("update tenants set status = @status where id = @Id", new { tenant.Id, status }, cancellationToken);
            if (request.IsSuspended) await logins.EndOfTenantAsync(tenant.Id, "tenant_suspended");
            audit.Changed("status", tenant.Status, status);
            return new TenantChanged(tenant.Slug, IsChanged: true);
        }
    }
}

/// <summary>Not changed means that it was so before.</summary>
internal sealed record TenantChanged(string Slug, bool IsChanged);
