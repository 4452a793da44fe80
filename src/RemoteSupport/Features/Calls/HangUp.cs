using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>
/// Whoever invited ends the call for both, and for good. A guest who leaves while it rings has not been answered; one who leaves a running call can come
/// back by the link until it is done (IN-6).
/// </summary>
[Requires(Permission.InCall)]
public sealed record HangUp(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(Seats seats, CallEnding ending, Leaving leaving, CallAudit audit) : IRequestHandler<HangUp, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(HangUp request, CancellationToken cancellationToken)
        {
            if (await seats.LockWithInvitationAsync(request.Id, cancellationToken) is not { Call: var call } seat) return new NotFound();
            if (call.IsOver) return audit.Nothing();
            if (seat is { IsHost: false, Call.State: "in_call" })
            {
                await leaving.LeaveAsync(call);
                return audit.Nothing();
            }

            await ending.EndAsync(call, seat.IsHost ? CallEnding.HungUp : CallEnding.Left);
            return await audit.ChangedAsync(call, seat.IsHost ? "done" : "missed");
        }
    }
}
