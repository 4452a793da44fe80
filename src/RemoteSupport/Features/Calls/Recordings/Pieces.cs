using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>The pieces of a recording: first the content, then the row, so that a piece that has a row is whole.</summary>
internal sealed class Pieces(Db db, StoredPieces store, TimeProvider clock)
{
    /// <summary>Writes one; as long as pieces come, the recording goes on.</summary>
    public async Task<Outcome<Done>> KeepAsync(Guid recordingId, int number, Stream content, CancellationToken ct)
    {
        if (await store.WriteAsync(recordingId, number, content, RecordingRules.LargestPiece, ct) is not { } size) return new PieceTooLarge();
        var now = clock.GetUtcNow();
        return await db.RunAsync(
            """
            with going as materialized (update recordings set due_at = @due where id = @recordingId and state = 'running' returning id)
            insert into recording_chunks (recording_id, number, size, came_at)
            select id, @number, @size, @now from going
            on conflict (tenant_id, recording_id, number) do update set came_at = excluded.came_at
            """,
            new { recordingId, number, size, now, due = now + RecordingRules.Silence }, ct) > 0
            ? Done.Value
            : new NotRecording();
    }

    /// <summary>How much is here, and whether this one is.</summary>
    public Task<HerePieces> SumAsync(Guid recordingId, int number, CancellationToken ct) => db.SingleAsync<HerePieces>(
        "select coalesce(sum(size), 0)::bigint as size, coalesce(bool_or(number = @number), false) as is_here from recording_chunks where recording_id = @recordingId", new { recordingId, number }, ct);

    /// <summary>The first so many, each opened when it is read.</summary>
    public IEnumerable<Func<CancellationToken, Task<Stream>>> Open(Guid recordingId, int count) =>
        Enumerable.Range(0, count).Select<int, Func<CancellationToken, Task<Stream>>>(number => ct => store.OpenAsync(recordingId, number, ct));

    /// <summary>Takes all away: the content first, so that what a killed node leaves is found again by its rows.</summary>
    public async Task DeleteAsync(Guid recordingId, CancellationToken ct)
    {
        var most = await db.SingleAsync<int>("select coalesce(max(number) + 1, 0) from recording_chunks where recording_id = @recordingId", new { recordingId }, ct);
        await store.DeleteAsync(recordingId, most, ct);
        await db.RunAsync(
            """
            delete from recording_chunks where recording_id = @recordingId;
            update recordings set due_at = null where id = @recordingId
            """,
            new { recordingId }, ct);
    }
}

/// <summary>What is here of a recording.</summary>
internal sealed record HerePieces(long Size, bool IsHere);
