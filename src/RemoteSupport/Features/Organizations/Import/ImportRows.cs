using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>The rows of imports.</summary>
internal sealed class ImportRows(Db db, LiveEvents live, Caller caller, TimeProvider clock)
{
    /// <summary>How it stands; null when there is none.</summary>
    public Task<ImportAnswer?> FindAsync(Guid id, CancellationToken ct = default) => db.FindAsync<ImportAnswer>($"{ImportAnswer.Sql} where i.id = @id", new { id }, ct);

    /// <summary>One more, which a node will take.</summary>
    public async Task<ImportAnswer> AddAsync(Guid fileId, string fileName, long fileSize, bool isTrial)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.RunAsync(
            """
            insert into organization_imports (id, file_id, file_name, file_size, is_trial, asked_by, state, asked_at, due_at)
            values (@id, @fileId, @fileName, @fileSize, @isTrial, @by, 'waiting', @now, @now);
            select pg_notify('import_asked', '')
            """,
            new { id, fileId, fileName, fileSize, isTrial, by = caller.SignedIn.AccountId, now });
        await live.PublishAsync(Topics.Support, Topics.Imports);
        return (await FindAsync(id))!;
    }
}
