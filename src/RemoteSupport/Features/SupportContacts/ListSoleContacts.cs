using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SupportContacts;

/// <summary>The organizations whose problem reports reach nobody but this partner user, as far as Support Contacts go (SC-5).</summary>
[Requires(Permission.Tenant)]
public sealed record ListSoleContacts(Guid AccountId) : IQuery<SoleContacts>
{
    /// <summary>How many are named.</summary>
    private const int Named = 5;

    internal sealed class Handler(Db db) : IRequestHandler<ListSoleContacts, Outcome<SoleContacts>>
    {
        public async Task<Outcome<SoleContacts>> Handle(ListSoleContacts request, CancellationToken cancellationToken)
        {
            var found = await db.ListAsync<SoleContact>(
                """
                select o.id, o.name, count(*) over () as all_of_them
                from support_contacts c
                join organization_gates o on o.id = c.organization_id
                where c.account_id = @AccountId and not exists (
                  select from support_contacts other
                  left join accounts a on a.id = other.account_id
                  where other.organization_id = c.organization_id and other.account_id is distinct from @AccountId
                    and (other.account_id is null or a.status = 'active'))
                order by o.name, o.id
                limit @Named
                """,
                new { request.AccountId, Named }, cancellationToken);
            return new SoleContacts([.. found.Select(one => new SoleContactOf(one.Id, one.Name))], found.Count > 0 ? found[0].AllOfThem : 0);
        }

        private sealed record SoleContact(Guid Id, string Name, long AllOfThem);
    }
}

/// <summary>Organizations that would lose their only contact.</summary>
/// <param name="Organizations">The first of them, by name.</param>
/// <param name="Count">All of them.</param>
public sealed record SoleContacts(IReadOnlyList<SoleContactOf> Organizations, long Count);

/// <summary>An organization with one contact.</summary>
public sealed record SoleContactOf(Guid Id, string Name);
