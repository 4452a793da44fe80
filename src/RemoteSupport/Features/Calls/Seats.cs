using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Calls;

/// <summary>
/// Who sits where (CA-8): whoever invited, in person, is the host; whom the invitation's link let in is the guest. Nobody else has a seat, and to
/// nobody else is there such a call.
/// </summary>
internal sealed class Seats(Db db, Caller caller)
{
    /// <summary>The caller's seat in a call; null where there is none.</summary>
    public Task<Seat?> FindAsync(Guid callId, CancellationToken ct = default) => ReadAsync(callId, "", ct);

    /// <summary>The same, and until the end of the transaction the call stays as it is.</summary>
    public Task<Seat?> LockAsync(Guid callId, CancellationToken ct = default) => ReadAsync(callId, "for update of c", ct);

    private async Task<Seat?> ReadAsync(Guid callId, string hold, CancellationToken ct)
    {
        var call = await db.FindAsync<Call>(
            $"""
            {Call.Sql}
            where c.id = @callId and (c.inviter_id = @me or c.invitation_id = @invited)
            {hold}
            """,
            new { callId, me = caller.Session is { Acting: null } session ? session.AccountId : (Guid?)null, invited = caller.Pass?.SubjectId }, ct);
        return call is null ? null : new Seat(call, caller.Pass is null ? CallRules.Host : CallRules.Guest);
    }
}

/// <summary>Somebody's place in a call.</summary>
internal sealed record Seat(Call Call, string Side)
{
    public bool IsHost => Side == CallRules.Host;

    public string OtherSide => IsHost ? CallRules.Guest : CallRules.Host;

    /// <summary>As the call's history calls them.</summary>
    public string Name => IsHost ? Call.HostName : Call.Invitee;
}
