using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Whose items the caller sees, for a choice; only the caller themself, and so nobody to choose, for whoever sees only their own.</summary>
[Requires(Permission.Invitations)]
public sealed record ListMediaOwners : IQuery<IReadOnlyList<MediaOwner>>
{
    internal sealed class Handler(Shelf shelf, Db db) : IRequestHandler<ListMediaOwners, Outcome<IReadOnlyList<MediaOwner>>>
    {
        public async Task<Outcome<IReadOnlyList<MediaOwner>>> Handle(ListMediaOwners request, CancellationToken cancellationToken) =>
            Outcome.Of(shelf.IsOfOthers
                ? await db.ListAsync<MediaOwner>(
                    $"""
                    select a.id, a.name from accounts a
                    where a.id in (select m.owner_id from media_items m where m.deleted_at is null and {shelf.Condition})
                    order by a.name, a.id
                    """,
                    shelf.Values(new { }), cancellationToken)
                : []);
    }
}

/// <summary>Somebody who keeps something.</summary>
public sealed record MediaOwner(Guid Id, string Name);
