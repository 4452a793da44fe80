using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>A tenant admin decides whether known devices keep their own five tries (AC-10).</summary>
[Requires(Permission.Tenant)]
public sealed record ProtectKnownDevices(bool On) : ICommand<Done>
{
    internal sealed class Handler(Db db, MultiTenantContextAccessor tenancy, AuditTrail audit) : IRequestHandler<ProtectKnownDevices, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(ProtectKnownDevices request, CancellationToken cancellationToken)
        {
            await db.RunAsync("update tenant_settings set protects_known_devices = @On", new { request.On }, cancellationToken);
            audit.Target("tenant", tenancy.Tenant.Id, tenancy.Tenant.Name);
            audit.Changed("protectsKnownDevices", tenancy.Tenant.ProtectsKnownDevices, request.On);
            return Done.Value;
        }
    }
}
