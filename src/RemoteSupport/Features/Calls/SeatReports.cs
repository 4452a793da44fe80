using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls;

/// <summary>Keeps how it went on each side: the latest of what works, the worst of the line (IS-1).</summary>
internal sealed class SeatReports(Db db, TimeProvider clock)
{
    /// <summary>Keeps what a room says; true when the other side is shown something else from now on.</summary>
    public async Task<bool> KeepAsync(Seat seat, StayInCall said, CancellationToken ct)
    {
        var before = await FindAsync(seat.Call.Id, seat.Side, ct);
        await db.RunAsync(KeepSql, new
        {
            callId = seat.Call.Id, seat.Side, said.Device, said.Media?.Camera, said.Media?.Microphone, said.Media?.Block, isMedia = said.Media is not null,
            join = Whole(said.Quality?.JoinMs), relay = said.Quality?.Relay, rtt = Whole(said.Quality?.Rtt), loss = (float?)said.Quality?.Loss,
            freezes = said.Quality?.Freezes ?? 0, marks = said.Marks ?? 0, now = clock.GetUtcNow(),
        }, ct);
        return said.Media is { } media && before != new SeatReport(said.Device ?? before?.Device, media.Camera, media.Microphone, media.Block);
    }

    /// <summary>What a side has said last; null where it has said nothing.</summary>
    public Task<SeatReport?> FindAsync(Guid callId, string side, CancellationToken ct) =>
        db.FindAsync<SeatReport>("select device, camera, microphone, block from call_reports where call_id = @callId and side = @side", new { callId, side }, ct);

    private static int? Whole(double? value) => value is { } number ? (int)Math.Round(number) : null;

    private const string KeepSql =
        """
        insert into call_reports as r (call_id, side, device, camera, microphone, block, join_ms, is_relayed, rtt_ms, loss, freezes, marks, updated_at)
        values (@callId, @Side, @Device, @Camera, @Microphone, @Block, @join, @relay, @rtt, @loss, @freezes, @marks, @now)
        on conflict (tenant_id, call_id, side) do update set
          device = coalesce(excluded.device, r.device),
          camera = case when @isMedia then excluded.camera else r.camera end,
          microphone = case when @isMedia then excluded.microphone else r.microphone end,
          block = case when @isMedia then excluded.block else r.block end,
          join_ms = coalesce(r.join_ms, excluded.join_ms),
          is_relayed = coalesce(excluded.is_relayed, r.is_relayed),
          rtt_ms = greatest(r.rtt_ms, excluded.rtt_ms),
          loss = greatest(r.loss, excluded.loss),
          freezes = greatest(r.freezes, excluded.freezes),
          marks = greatest(r.marks, excluded.marks),
          updated_at = excluded.updated_at
        """;
}

/// <summary>What one side has.</summary>
internal sealed record SeatReport(string? Device, string? Camera, string? Microphone, string? Block);
