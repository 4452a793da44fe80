using MediatR;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>Who gets an organization's problem reports (SC-1): of any organization for partner users, of their own for whoever may look inside it.</summary>
[Requires(Permission.Organizations, Permission.LookInside), PersonalData]
public sealed record ShowSupportContacts(Guid OrganizationId) : IQuery<SupportContactList>
{
    internal sealed class Handler(Db db, IMediator mediator) : IRequestHandler<ShowSupportContacts, Outcome<SupportContactList>>
    {
        public async Task<Outcome<SupportContactList>> Handle(ShowSupportContacts request, CancellationToken cancellationToken)
        {
            var shown = await mediator.Send(new ShowOrganization(request.OrganizationId), cancellationToken);
            if (!shown.Succeeded(out var organization, out var refusal)) return refusal;
            // One statement: the version and the list that belongs to it.
            var rows = await db.ListAsync<Row>(
                """
                select l.version, l.saved_at, saver.name as saved_by, c.account_id as user_id, a.name, coalesce(c.email, a.email) as email, coalesce(a.status = 'active', true) as is_active
                from support_contact_lists l
                left join accounts saver on saver.id = l.saved_by
                left join support_contacts c on c.organization_id = l.organization_id
                left join accounts a on a.id = c.account_id
                where l.organization_id = @OrganizationId
                order by c.position
                """,
                request, cancellationToken);
            var contacts = rows.Where(row => row.Email is not null).Select(row => new ShownContact(row.UserId, row.Name, row.Email!, row.IsActive)).ToList();
            return rows.Count == 0
                ? new SupportContactList(organization, 0, null, null, [])
                : new SupportContactList(organization, rows[0].Version, rows[0].SavedAt, rows[0].SavedBy, contacts);
        }

        private sealed record Row(long Version, DateTimeOffset SavedAt, string? SavedBy, Guid? UserId, string? Name, string? Email, bool IsActive);
    }
}
