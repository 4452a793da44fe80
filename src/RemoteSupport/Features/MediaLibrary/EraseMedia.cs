using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Erases what was deleted an hour ago and what has been kept as long as the tenant wants (ML-1); the files themselves go with the next sweep.</summary>
[OperatorOnly]
internal sealed record EraseMedia : ICommand<int>
{
    internal sealed class Handler(Db db, StoredFiles files, Shelf shelf, IMediator mediator, AuditTrail audit, TimeProvider clock) : IRequestHandler<EraseMedia, Outcome<int>>
    {
        private const int Batch = 100;

        public async Task<Outcome<int>> Handle(EraseMedia request, CancellationToken cancellationToken)
        {
            audit.Nothing();
            var erased = await db.ListAsync<ErasedMedia>(
                """
                with due as materialized (select id from media_items where due_at <= @now order by due_at limit @Batch for update skip locked)
                delete from media_items m using due where m.id = due.id
                returning m.id, m.name, m.owner_id, m.organization_id, m.file_id, m.thumbnail_id, m.deleted_at is not null as was_deleted
                """,
                new { now = clock.GetUtcNow(), Batch }, cancellationToken);
            if (erased.Count == 0) return 0;
            await files.DropAsync([.. erased.SelectMany(item => new[] { item.FileId, item.ThumbnailId }).OfType<Guid>()]);
            await mediator.Publish(new MediaErased([.. erased.Select(item => item.Id)]), cancellationToken);
            foreach (var (owner, organization) in erased.Where(item => !item.WasDeleted).Select(item => (item.OwnerId, item.OrganizationId)).Distinct()) await shelf.ChangedAsync(owner, organization);
            await audit.WriteOwnAsync([.. erased.Select(item => new OwnEntry("MediaErased", "media", item.Id, item.Name, item.OrganizationId, "state", "kept", "erased"))]);
            return erased.Count;
        }
    }
}

/// <summary>What was erased, and where its content lies.</summary>
internal sealed record ErasedMedia(Guid Id, string Name, Guid OwnerId, Guid? OrganizationId, Guid FileId, Guid? ThumbnailId, bool WasDeleted);

/// <summary>Items are gone for good, in this transaction: what belongs to them goes, too.</summary>
public sealed record MediaErased(IReadOnlyList<Guid> Ids) : INotification;
