using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>The recordings of calls and their pieces, as rows.</summary>
internal sealed class Recordings(Db db, CallNews news, AuditTrail audit, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>One of a call; null where there is none.</summary>
    public Task<Recording?> FindAsync(Guid callId, Guid id, CancellationToken ct) => db.FindAsync<Recording>($"{Recording.Sql} where id = @id and call_id = @callId", new { id, callId }, ct);

    /// <summary>The same, and until the end of the transaction it stays as it is.</summary>
    public Task<Recording?> LockAsync(Guid callId, Guid id, CancellationToken ct) => db.FindAsync<Recording>($"{Recording.Sql} where id = @id and call_id = @callId for update", new { id, callId }, ct);

    /// <summary>How many pieces are here without a gap.</summary>
    public Task<int> CountAsync(Guid id, CancellationToken ct) => db.SingleAsync<int>(
        """
        select coalesce(min(c.number) + 1, 0)
        from (select -1 as number union all select number from recording_chunks where recording_id = @id) c
        where not exists (select from recording_chunks n where n.recording_id = @id and n.number = c.number + 1)
        """,
        new { id }, ct);

    /// <summary>Nothing is recorded, or nothing of use: "refused" or "empty". What a piece may have left behind is looked for.</summary>
    public Task EndAsync(Recording recording, string state) => MoveAsync(recording, state, due: state == "empty" ? Now : null);

    /// <summary>All is here: to be put together.</summary>
    public Task JoinAsync(Recording recording) => MoveAsync(recording, "joining", due: Now);

    private async Task MoveAsync(Recording recording, string state, DateTimeOffset? due)
    {
        await db.RunAsync("update recordings set state = @state, ended_at = @Now, due_at = @due where id = @Id", new { recording.Id, state, Now, due });
        await news.ChangedAsync(recording.CallId, CallNews.Recording);
        audit.Target("recording", recording.Id);
        audit.Changed("state", recording.State, state);
    }
}
