using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Organizations;

/// <summary>To whom the owner can hand over ownership (OR-3): the organization's other active members, admins first.</summary>
[Requires(Permission.Decide)]
public sealed record ListSuccessors : IQuery<IReadOnlyList<Successor>>
{
    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<ListSuccessors, Outcome<IReadOnlyList<Successor>>>
    {
        public async Task<Outcome<IReadOnlyList<Successor>>> Handle(ListSuccessors request, CancellationToken cancellationToken) =>
            Outcome.Of(await db.ListAsync<Successor>(
                """
                select id, name, email, role
                from accounts
                where organization_id = @Organization and status = 'active' and role <> 'owner'
                order by role, name, id
                limit 500
                """,
                new { caller.Organization }, cancellationToken));
    }
}

/// <summary>Somebody who could be the owner.</summary>
public sealed record Successor(Guid Id, string Name, string Email, string Role);
