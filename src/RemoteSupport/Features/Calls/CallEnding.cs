using MediatR;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Calls;

/// <summary>
/// Ends a call that the running transaction holds. One that rings is missed, unless whoever invited has hung up; one in which people were is done. Done is for
/// good, a missed one may be followed by another.
/// </summary>
internal sealed class CallEnding(Db db, CallTold told, MissedCallMail mail, IMediator mediator, TimeProvider clock)
{
    public const string HungUp = "hung_up", Left = "left", Away = "away", Nobody = "nobody", Cancelled = "cancelled", Expired = "expired";

    public async Task EndAsync(Call call, string reason)
    {
        var (now, isMissed) = (clock.GetUtcNow(), call.State == "ringing" && reason != HungUp);
        await db.RunAsync(
            """
            update calls set state = @state, ended_at = @now, end_reason = @reason, due_at = null, host_connection = null, guest_connection = null
            where id = @Id and ended_at is null
            """,
            new { call.Id, state = isMissed ? "missed" : "done", now, reason });
        await told.TellAsync(call, isMissed ? "missed" : "done");
        if (!isMissed)
        {
            await mediator.Publish(new CallDone(call.Id, call.InvitationId, now, reason));
            return;
        }

        await mediator.Publish(new CallMissed(call.Id, call.InvitationId, now, reason));
        // Whoever has just cancelled knows it.
        if (reason != Cancelled) await mail.SendAsync(call, now);
    }
}
