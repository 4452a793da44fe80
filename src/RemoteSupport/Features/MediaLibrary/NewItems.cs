using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Puts files that were taken in into the library, in the running transaction.</summary>
internal sealed class NewItems(Db db, StoredFiles files, Shelf shelf, TimeProvider clock)
{
    /// <summary>It is kept as long as the tenant says now.</summary>
    public async Task<Outcome<Guid>> AddAsync(NewItem item)
    {
        var kept = await files.KeepAsync([.. new[] { item.FileId, item.ThumbnailId }.OfType<Guid>()]);
        if (kept.FirstOrDefault(file => file.Id == item.FileId) is not { } file) return new UploadMissing();
        var now = clock.GetUtcNow();
        var id = item.Id ?? Guid.CreateVersion7(now);
        await db.RunAsync(
            """
            insert into media_items (id, owner_id, organization_id, call_id, file_id, thumbnail_id, kind, name, media_type, size, duration_ms, is_seekable, created_at, due_at)
            select @id, @OwnerId, @OrganizationId, @CallId, @FileId, @ThumbnailId, @kind, @name, @MediaType, @Size, @DurationMs, @IsSeekable, @now, @now + media_kept_for
            from tenant_settings
            """,
            new
            {
                id, item.OwnerId, item.OrganizationId, item.CallId, item.FileId, item.ThumbnailId, kind = MediaRules.KindOf(file.MediaType), name = MediaRules.Name(item.Name ?? file.Name),
                file.MediaType, file.Size, item.DurationMs, item.IsSeekable, now,
            });
        await shelf.ChangedAsync(item.OwnerId, item.OrganizationId);
        return id;
    }
}

/// <summary>What is to be kept: under an id to which others have referred already, or a new one; as the file is called, or otherwise.</summary>
internal sealed record NewItem(Guid? Id, Guid OwnerId, Guid? OrganizationId, Guid? CallId, Guid FileId, Guid? ThumbnailId, string? Name = null, int? DurationMs = null, bool IsSeekable = true);
