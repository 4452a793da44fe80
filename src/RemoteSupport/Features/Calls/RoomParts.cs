using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls;

/// <summary>Reads what stands in a room.</summary>
internal sealed class RoomParts(Db db, CallEntries entries, EntryWords words, SeatReports reports, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The other side. On which device a host sits is nothing that a guest needs.</summary>
    public async Task<RoomOther> OtherAsync(Seat seat, string name, CancellationToken ct)
    {
        var report = await reports.FindAsync(seat.Call.Id, seat.OtherSide, ct);
        var media = report is null ? null : new RoomMedia { Camera = report.Camera, Microphone = report.Microphone, Block = report.Block };
        return new RoomOther(name, seat.Call.IsHere(seat.OtherSide, Now), seat.IsHost ? report?.Device : null, media);
    }

    /// <summary>The recording that is asked for, runs, or is being put together; null without one.</summary>
    public Task<RoomRecording?> RecordingAsync(Guid callId, CancellationToken ct) => db.FindAsync<RoomRecording>(
        "select id, state, consented_at as started_at from recordings where call_id = @callId and state in ('asking', 'running', 'joining') order by id desc limit 1", new { callId }, ct);

    public async Task<IReadOnlyList<RoomEntry>> EntriesAsync(Seat seat, CancellationToken ct) =>
        [.. (await entries.ListAsync(seat.Call.Id, ct)).Select(row => words.For(seat.Side, row))];
}
