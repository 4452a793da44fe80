using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Calls.History;

/// <summary>Reads what a call's page tells.</summary>
internal sealed class CallFacts(Db db, CallSight sight, Caller caller)
{
    /// <summary>A call that the caller may see; null when there is none.</summary>
    public Task<PastCall?> FindAsync(Guid id, CancellationToken ct) =>
        db.FindAsync<PastCall>($"select {PastCall.Columns} from {PastCall.Tables} where c.id = @id and {CallSight.Condition}", sight.Values(new { id }), ct);

    public bool IsMine(PastCall call) => call.InviterId == caller.SignedIn.AccountId;

    /// <summary>What went wrong, and what the guest wrote.</summary>
    public async Task<(IReadOnlyList<string> Troubles, string? Comment)> AfterwardsAsync(Guid id, CancellationToken ct)
    {
        var after = await db.SingleAsync<After>($"select {CallTrouble.Codes} as troubles, c.nps_comment as comment from calls c {CallTrouble.Reports} where c.id = @id", new { id }, ct);
        return (after.Troubles.Split(',', StringSplitOptions.RemoveEmptyEntries), after.Comment);
    }

    public Task<IReadOnlyList<CallSide>> SidesAsync(Guid id, CancellationToken ct) => db.ListAsync<CallSide>(
        "select side, device, camera, microphone, block, join_ms, is_relayed, rtt_ms, loss, freezes, marks from call_reports where call_id = @id order by side", new { id }, ct);

    public Task<IReadOnlyList<CallRecording>> RecordingsAsync(Guid id, CancellationToken ct) => db.ListAsync<CallRecording>(
        "select id, state, asked_at, consented_at, ended_at, media_id from recordings where call_id = @id order by id", new { id }, ct);

    private sealed record After(string Troubles, string? Comment);
}
