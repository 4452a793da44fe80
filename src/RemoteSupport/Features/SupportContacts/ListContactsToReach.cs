using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>
/// Who gets a problem report of an organization now (PR-1), in the order of the list; deactivated partner users are left out (SC-5). For the product's
/// own work, which anybody may cause by reporting: no page or route answers it.
/// </summary>
[OpenToAll]
public sealed record ListContactsToReach(Guid OrganizationId) : IQuery<IReadOnlyList<ContactToReach>>
{
    internal sealed class Handler(Db db) : IRequestHandler<ListContactsToReach, Outcome<IReadOnlyList<ContactToReach>>>
    {
        public async Task<Outcome<IReadOnlyList<ContactToReach>>> Handle(ListContactsToReach request, CancellationToken cancellationToken) =>
            Outcome.Of(await db.ListAsync<ContactToReach>(
                """
                select c.account_id, coalesce(a.email, c.email) as address, a.name,
                  case when c.account_id is null then o.language else a.language end as language,
                  case when c.account_id is null then o.time_zone else a.time_zone end as time_zone
                from support_contacts c
                join organization_gates o on o.id = c.organization_id
                left join accounts a on a.id = c.account_id
                where c.organization_id = @OrganizationId and (c.account_id is null or a.status = 'active')
                order by c.position
                """,
                new { request.OrganizationId }, cancellationToken));
    }
}

/// <summary>A Support Contact as a mail needs it.</summary>
/// <param name="AccountId">The partner user; null for an address.</param>
/// <param name="Address">Where the mail goes.</param>
/// <param name="Name">The partner user's; null for an address.</param>
/// <param name="Language">A partner user's own (null: the tenant's), else the organization's.</param>
/// <param name="TimeZone">In the same way.</param>
public sealed record ContactToReach(Guid? AccountId, string Address, string? Name, string? Language, string? TimeZone);
