using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.SignIn;

/// <summary>Somebody ends the session they are in; a remote login is left.</summary>
[SignedIn]
public sealed record SignOut : ICommand<Done>
{
    internal sealed class Handler(SessionStore sessions, Caller caller, AuditTrail audit) : IRequestHandler<SignOut, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(SignOut request, CancellationToken cancellationToken)
        {
            var session = caller.SignedIn;
            await sessions.EndAsync(session.AccountId, session.Id, session.Acting is null ? "signed_out" : "left");
            audit.Target("session", session.Id);
            return Done.Value;
        }
    }
}
