using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Brings back what was deleted, as long as it is not erased; it is kept as long as it would have been.</summary>
[Requires(Permission.Invitations)]
public sealed record RestoreMedia(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(Shelf shelf, Db db, AuditTrail audit, TimeProvider clock) : IRequestHandler<RestoreMedia, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(RestoreMedia request, CancellationToken cancellationToken)
        {
            var back = await db.FindAsync<ChangedMedia>(
                $"""
                update media_items m set deleted_at = null, due_at = m.created_at + s.media_kept_for
                from tenant_settings s
                where m.id = @Id and m.deleted_at is not null and m.due_at > @now and {shelf.Condition}
                returning {ChangedMedia.Columns}
                """,
                shelf.Values(new { request.Id, now = clock.GetUtcNow() }), cancellationToken);
            if (back is null) return new NotFound();
            audit.Target("media", request.Id, back.Name);
            await shelf.ChangedAsync(back.OwnerId, back.OrganizationId);
            return Done.Value;
        }
    }
}
