using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Deletes an item: nobody sees it any more, and an hour later it is erased. Until then it can be brought back (ML-1).</summary>
[Requires(Permission.Invitations)]
public sealed record DeleteMedia(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(Shelf shelf, Db db, AuditTrail audit, TimeProvider clock) : IRequestHandler<DeleteMedia, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(DeleteMedia request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var gone = await db.FindAsync<ChangedMedia>(
                $"update media_items m set deleted_at = @now, due_at = @due where m.id = @Id and m.deleted_at is null and {shelf.Condition} returning {ChangedMedia.Columns}",
                shelf.Values(new { request.Id, now, due = now + MediaRules.Regret }), cancellationToken);
            if (gone is null) return new NotFound();
            audit.Target("media", request.Id, gone.Name);
            await shelf.ChangedAsync(gone.OwnerId, gone.OrganizationId);
            return Done.Value;
        }
    }
}

/// <summary>Whose item has changed.</summary>
internal sealed record ChangedMedia(string Name, Guid OwnerId, Guid? OrganizationId)
{
    public const string Columns = "m.name, m.owner_id, m.organization_id";
}
