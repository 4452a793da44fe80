using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>"Not now": the guest waits on, and the call still shows on every page, but it no longer rings aloud.</summary>
[Requires(Permission.Invitations)]
public sealed record QuietCall(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(Seats seats, Db db, LiveEvents live, CallAudit audit, TimeProvider clock) : IRequestHandler<QuietCall, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(QuietCall request, CancellationToken cancellationToken)
        {
            if (await seats.LockAsync(request.Id, cancellationToken) is not { IsHost: true, Call: var call }) return new NotFound();
            if (call.State != "ringing") return audit.Nothing();
            await db.RunAsync("update calls set quiet_at = coalesce(quiet_at, @now) where id = @Id", new { call.Id, now = clock.GetUtcNow() }, cancellationToken);
            await live.PublishAsync(Topics.Person(call.InviterId), Topics.Ringing);
            return audit.Nothing();
        }
    }
}
