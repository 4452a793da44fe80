using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Identity;

/// <summary>
/// Starts, finds and ends passes. A subject has one running pass: a second device takes over from the first (IN-6). Whoever starts one holds the subject's
/// own row, so that two devices at once come one after the other.
/// </summary>
public sealed class PassStore(Db db, Caller caller, LiveEvents live, TimeProvider clock)
{
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(7);

    /// <summary>Lets the calling device in, in the transaction that decides so; the device that was in before is out.</summary>
    public async Task<StartedPass> StartAsync(Guid subjectId, string language, DateTimeOffset endsAt)
    {
        await EndAsync(subjectId, Pass.TakenOver);
        var (now, token) = (clock.GetUtcNow(), OpaqueToken.New());
        var started = new StartedPass(Guid.CreateVersion7(now), token.Text, endsAt);
        await db.RunAsync(
            """
            insert into passes (id, token_hash, subject_id, language, device, ip, started_at, ends_at, due_at)
            values (@Id, @Hash, @subjectId, @language, @Device, @Address, @now, @endsAt, @dueAt)
            """,
            new { started.Id, token.Hash, subjectId, language, caller.Device, caller.Address, now, endsAt, dueAt = endsAt + KeptAfterEnd });
        return started;
    }

    /// <summary>What a token stands for; null for anything malformed, unknown or swept. Of a pass that is over, the reason is told.</summary>
    public async Task<FoundPass?> FindAsync(Guid id, string? token, CancellationToken ct = default)
    {
        if (!OpaqueToken.TryHash(token, out var hash)) return null;
        var found = await db.FindAsync<Row>("select id, subject_id, language, ends_at, end_reason from passes where token_hash = @hash and id = @id", new { hash, id }, ct);
        if (found is null) return null;
        var pass = new Pass(found.Id, found.SubjectId, found.Language, found.EndsAt);
        return new FoundPass(pass, found.EndReason ?? (found.EndsAt <= clock.GetUtcNow() ? Pass.Expired : null));
    }

    /// <summary>Ends the subject's running pass, in the transaction of what ends it; its open pages hear of it when that commits.</summary>
    public async Task EndAsync(Guid subjectId, string reason)
    {
        var ended = await db.ListAsync<Guid>(
            "update passes set ended_at = @now, end_reason = @reason where subject_id = @subjectId and ended_at is null returning id", new { subjectId, reason, now = clock.GetUtcNow() });
        if (ended.Count > 0) await live.PublishAllAsync([.. ended.Select(LiveHub.TopicOf)], LiveConnections.Ended);
    }

    /// <summary>Moves the end of the subject's running pass: a running call outlives the link (IN-6).</summary>
    public async Task MoveAsync(Guid subjectId, DateTimeOffset endsAt)
    {
        var moved = await db.ListAsync<Guid>(
            "update passes set ends_at = @endsAt, due_at = @dueAt where subject_id = @subjectId and ended_at is null and ends_at <> @endsAt returning id",
            new { subjectId, endsAt, dueAt = endsAt + KeptAfterEnd });
        if (moved.Count > 0) await live.PublishAllAsync([.. moved.Select(LiveHub.TopicOf)], ActingSessions.Moved, endsAt);
    }

    private sealed record Row(Guid Id, Guid SubjectId, string Language, DateTimeOffset EndsAt, string? EndReason);
}
