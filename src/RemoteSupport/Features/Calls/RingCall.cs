using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>A guest is on the call's page: it rings for whoever invited, on every open page (IN-5). Ringing again, or coming back, is the same call while it lasts.</summary>
[Requires(Permission.InCall)]
public sealed record RingCall : ICommand<RungCall>
{
    internal sealed class Handler(Db db, Caller caller, NewCalls calls, AuditTrail audit, TimeProvider clock) : IRequestHandler<RingCall, Outcome<RungCall>>
    {
        public async Task<Outcome<RungCall>> Handle(RingCall request, CancellationToken cancellationToken)
        {
            if (caller.Pass is not { } pass) return new NotFound();
            // Held until the end: whoever cancels comes before, or finds the call and ends it.
            var gate = await db.FindAsync<Gate>(
                """
                select i.id, i.inviter_id, a.status = 'active' as is_inviter_there, i.organization_id, i.invitee, i.expires_at, i.declined_at, i.done_at, i.cancelled_at, i.expired_at
                from invitation_gates i
                join accounts a on a.id = i.inviter_id
                where i.id = @SubjectId
                for share of i
                """,
                new { pass.SubjectId }, cancellationToken);
            if (gate is null) return new NotFound();
            if (await calls.FindOpenAsync(gate.Id, cancellationToken) is { } open)
            {
                audit.Nothing();
                return new RungCall(open);
            }

            if (gate.StateAt(clock.GetUtcNow()) is { } over) return new InvitationOver(over);
            return new RungCall(await calls.StartAsync(gate, cancellationToken));
        }
    }
}

/// <summary>The call that rings, or runs.</summary>
public sealed record RungCall(Guid CallId);

/// <summary>As much of an invitation as decides whether it can ring.</summary>
internal sealed record Gate(
    Guid Id, Guid InviterId, bool IsInviterThere, Guid? OrganizationId, string Invitee, DateTimeOffset ExpiresAt,
    DateTimeOffset? DeclinedAt, DateTimeOffset? DoneAt, DateTimeOffset? CancelledAt, DateTimeOffset? ExpiredAt)
{
    /// <summary>Why it is over; null while it is not.</summary>
    public string? StateAt(DateTimeOffset now) => this switch
    {
        { DoneAt: not null } => "done",
        { DeclinedAt: not null } => "declined",
        { CancelledAt: not null } or { IsInviterThere: false } => "cancelled",
        { ExpiredAt: not null } => "expired",
        _ => now < ExpiresAt ? null : "expired",
    };
}
