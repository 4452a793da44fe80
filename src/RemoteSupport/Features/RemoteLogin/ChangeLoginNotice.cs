using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>The owner turns the mail about each login under a grant off or on (RA-13).</summary>
[Requires(Permission.Decide)]
public sealed record ChangeLoginNotice(bool On) : ICommand<Done>
{
    internal sealed class Handler(Db db, Caller caller, AuditTrail audit) : IRequestHandler<ChangeLoginNotice, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(ChangeLoginNotice request, CancellationToken cancellationToken)
        {
            var organizationId = caller.Organization;
            var before = await db.SingleAsync<bool>(FindLoginNotice.Sql, new { organizationId }, cancellationToken);
            audit.Target("organization", organizationId);
            audit.Changed("tellsOwner", before, request.On);
            if (before == request.On) audit.Nothing();
            await db.RunAsync(
                """
                insert into remote_support_settings (organization_id, tells_owner) values (@organizationId, @On)
                on conflict (tenant_id, organization_id) do update set tells_owner = excluded.tells_owner
                """,
                new { organizationId, request.On }, cancellationToken);
            return Done.Value;
        }
    }
}
