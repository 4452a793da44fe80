using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Calls;

/// <summary>Who may be in a call (CA-8): the inviter in person, and the guest with the invitation's pass.</summary>
internal sealed class Seats(Db db, Caller caller)
{
    /// <summary>The side of the inviter.</summary>
    public const string Host = "host";

    /// <summary>The side of the guest.</summary>
    public const string Guest = "guest";

    /// <summary>The caller's seat in a call, whatever has become of the call; null for everybody else.</summary>
    public Task<Seat?> FindAsync(Guid callId, CancellationToken ct) => db.FindAsync<Seat>(
        """
        select c.id as call_id, c.invitation_id, case when @subject::uuid is null then 'host' else 'guest' end as side, c.inviter_id, c.organization_id, c.state,
               case when @subject::uuid is null then @name else i.invitee end as name
        from calls c
        join invited_guests i on i.id = c.invitation_id
        where c.id = @callId and (c.invitation_id = @subject or (@subject::uuid is null and c.inviter_id = @account))
        """,
        new { callId, subject = caller.Pass?.SubjectId, account = caller.Session is { Acting: null } session ? session.AccountId : (Guid?)null, name = caller.Session?.Name }, ct);
}

/// <summary>The caller's place in a call.</summary>
/// <param name="CallId">The call.</param>
/// <param name="InvitationId">The invitation by which it came.</param>
/// <param name="Side">"host" or "guest".</param>
/// <param name="InviterId">The account of the host; what a guest sends is theirs.</param>
/// <param name="OrganizationId">The host's organization; null for a partner's.</param>
/// <param name="State">The call's.</param>
/// <param name="Name">What the other side's people and the history call the one who sits there.</param>
internal sealed record Seat(Guid CallId, Guid InvitationId, string Side, Guid InviterId, Guid? OrganizationId, string State, string Name);
