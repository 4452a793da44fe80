using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Calls;

/// <summary>
/// Who may be in a call (CA-8): the inviter in person, and the guest with the invitation's pass. Nobody else has a seat, and to nobody else is there such
/// a call.
/// </summary>
internal sealed class Seats(Db db, Caller caller)
{
    /// <summary>The side of the inviter.</summary>
    public const string Host = "host";

    /// <summary>The side of the guest.</summary>
    public const string Guest = "guest";

    /// <summary>The caller's seat in a call, whatever has become of the call; null for everybody else.</summary>
    public Task<Seat?> FindAsync(Guid callId, CancellationToken ct) => ReadAsync(callId, "", ct);

    /// <summary>The same, and until the end of the transaction the call stays as it is.</summary>
    public Task<Seat?> LockAsync(Guid callId, CancellationToken ct) => ReadAsync(callId, "for update of c", ct);

    /// <summary>The same for who may end the call: first the invitation is held, as by those who cancel it, so that neither waits for the other in vain.</summary>
    public async Task<Seat?> LockWithInvitationAsync(Guid callId, CancellationToken ct)
    {
        if (await FindAsync(callId, ct) is not { } found) return null;
        await db.RunAsync("select from invitation_gates where id = @InvitationId for no key update", new { found.InvitationId }, ct);
        return await LockAsync(callId, ct);
    }

    private async Task<Seat?> ReadAsync(Guid callId, string hold, CancellationToken ct)
    {
        var call = await db.FindAsync<Call>(
            $"""
            {Call.Sql}
            where c.id = @callId and (c.invitation_id = @invited or (@invited::uuid is null and c.inviter_id = @me))
            {hold}
            """,
            new { callId, me = caller.Session is { Acting: null } session ? session.AccountId : (Guid?)null, invited = caller.Pass?.SubjectId }, ct);
        return call is null ? null : new Seat(call, caller.Pass is null ? Host : Guest);
    }
}

/// <summary>The caller's place in a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Side">"host" or "guest".</param>
internal sealed record Seat(Call Call, string Side)
{
    public Guid CallId => Call.Id;

    /// <summary>The invitation by which it came.</summary>
    public Guid InvitationId => Call.InvitationId;

    /// <summary>The account of the host; what a guest sends is theirs.</summary>
    public Guid InviterId => Call.InviterId;

    /// <summary>The host's organization; null for a partner's.</summary>
    public Guid? OrganizationId => Call.OrganizationId;

    /// <summary>The call's.</summary>
    public string State => Call.State;

    public bool IsHost => Side == Seats.Host;

    public string OtherSide => IsHost ? Seats.Guest : Seats.Host;

    /// <summary>What the other side's people and the history call the one who sits there.</summary>
    public string Name => IsHost ? Call.HostName : Call.Invitee;
}
