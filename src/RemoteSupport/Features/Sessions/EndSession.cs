using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Sessions;

/// <summary>Somebody ends one of their own sessions, also the one they are in (AC-9).</summary>
[Requires(Permission.OwnAccount)]
public sealed record EndSession(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(SessionStore sessions, Caller caller, AuditTrail audit) : IRequestHandler<EndSession, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(EndSession request, CancellationToken cancellationToken)
        {
            if (!await sessions.EndAsync(caller.SignedIn.AccountId, request.Id, "ended_by_holder")) return new NotFound();
            audit.Target("session", request.Id);
            return Done.Value;
        }
    }
}
