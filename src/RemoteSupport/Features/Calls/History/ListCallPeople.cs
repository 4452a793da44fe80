using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.History;

/// <summary>Whose calls the caller sees, by name: nobody else's for most people.</summary>
[Requires(Permission.Invitations)]
public sealed record ListCallPeople : IQuery<IReadOnlyList<CallPerson>>
{
    internal sealed class Handler(Db db, CallSight sight) : IRequestHandler<ListCallPeople, Outcome<IReadOnlyList<CallPerson>>>
    {
        public async Task<Outcome<IReadOnlyList<CallPerson>>> Handle(ListCallPeople request, CancellationToken cancellationToken) =>
            !sight.SeesAll
                ? Outcome.Of<IReadOnlyList<CallPerson>>([])
                : Outcome.Of(await db.ListAsync<CallPerson>(
                    $"select a.id, a.name from accounts a where exists (select from calls c where c.inviter_id = a.id and {CallSight.Condition}) order by a.name, a.id limit 500",
                    sight.Values(new { }), cancellationToken));
    }
}

/// <summary>Somebody who has had calls.</summary>
public sealed record CallPerson(Guid Id, string Name);
