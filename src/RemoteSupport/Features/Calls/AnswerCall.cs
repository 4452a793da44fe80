using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>Whoever invited picks up (IN-5). Picking up again, in another tab, changes nothing: the newest tab takes the seat when it enters the room.</summary>
[Requires(Permission.Invitations)]
public sealed record AnswerCall(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(Seats seats, Db db, CallTold told, CallAudit audit, TimeProvider clock) : IRequestHandler<AnswerCall, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(AnswerCall request, CancellationToken cancellationToken)
        {
            if (await seats.LockAsync(request.Id, cancellationToken) is not { IsHost: true, Call: var call }) return new NotFound();
            if (call.IsOver) return new CallOver();
            if (call.State == "in_call") return audit.Nothing();
            var now = clock.GetUtcNow();
            await db.RunAsync(
                "update calls set state = 'in_call', answered_at = @now, host_seen_at = @now, due_at = @due where id = @Id", new { call.Id, now, due = now + CallRules.Empty }, cancellationToken);
            await told.TellAsync(call, "answered");
            return await audit.ChangedAsync(call, "in_call", new CallAnswered(call.Id, call.InvitationId, now));
        }
    }
}
