using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Sessions;

/// <summary>Somebody ends all of their sessions but the one they are in (AC-9).</summary>
[Requires(Permission.OwnAccount)]
public sealed record EndOtherSessions : ICommand<Done>
{
    internal sealed class Handler(SessionStore sessions, Caller caller, AuditTrail audit) : IRequestHandler<EndOtherSessions, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(EndOtherSessions request, CancellationToken cancellationToken)
        {
            var here = caller.SignedIn;
            await sessions.EndOthersAsync(here.AccountId, here.Id, "ended_by_holder");
            audit.Target("account", here.AccountId, here.Name);
            return Done.Value;
        }
    }
}
