using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Audit;

/// <summary>Who is in the trail, to choose from: in an organization's whoever ever did something there, in the tenant's the partner users.</summary>
[Requires(Permission.LookInside, Permission.Tenant)]
public sealed record ListAuditPeople : IQuery<IReadOnlyList<AuditPerson>>
{
    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<ListAuditPeople, Outcome<IReadOnlyList<AuditPerson>>>
    {
        public async Task<Outcome<IReadOnlyList<AuditPerson>>> Handle(ListAuditPeople request, CancellationToken cancellationToken) =>
            Outcome.Of(await db.ListAsync<AuditPerson>(caller.SignedIn.Inside is null ? PartnersSql : InsideSql, new { caller.SignedIn.Inside }, cancellationToken));

        private const string PartnersSql = "select id, name from accounts where organization_id is null order by name, id limit 500";

        // From person to person through the index: as many looks as people, however long the trail is.
        private const string InsideSql =
            """
            with recursive people as (
              (select e.actor_id as id from audit_events e where e.organization_id = @Inside and e.actor_id is not null order by e.actor_id limit 1)
              union all
              select (select e.actor_id from audit_events e where e.organization_id = @Inside and e.actor_id > p.id order by e.actor_id limit 1)
              from people p
              where p.id is not null)
            select a.id, a.name
            from people p
            join accounts a on a.id = p.id
            order by a.name, a.id
            limit 500
            """;
    }
}

/// <summary>Somebody in the trail, by their present name.</summary>
public sealed record AuditPerson(Guid Id, string Name);
