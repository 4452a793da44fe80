using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Limits;

/// <summary>The tenant's limits as they are saved, not as a node may still remember them.</summary>
[Requires(Permission.Tenant)]
public sealed record ShowLimits : IQuery<TenantLimits>
{
    internal sealed class Handler(Db db) : IRequestHandler<ShowLimits, Outcome<TenantLimits>>
    {
        public async Task<Outcome<TenantLimits>> Handle(ShowLimits request, CancellationToken cancellationToken) =>
            await db.SingleAsync<TenantLimits>(TenantLimits.Sql, ct: cancellationToken);
    }
}
