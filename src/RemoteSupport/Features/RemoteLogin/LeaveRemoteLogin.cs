using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>A supporter leaves a remote login of their own, from inside or from the partner's side (RA-12). Leaving what is over already is fine, too.</summary>
[SignedIn]
public sealed record LeaveRemoteLogin(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(Db db, Caller caller, ActingSessions sessions, AuditTrail audit) : IRequestHandler<LeaveRemoteLogin, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(LeaveRemoteLogin request, CancellationToken cancellationToken)
        {
            var me = caller.SignedIn;
            var organization = await db.FindAsync<Guid?>(
                "select organization_id from remote_logins where id = @Id and account_id = @AccountId", new { request.Id, me.AccountId }, cancellationToken);
            // From inside one login nobody reaches another.
            if (organization is null || (me.Acting is not null && me.Id != request.Id)) return new NotFound();
            audit.Target("remote_login", request.Id, null, organization);
            if (await sessions.EndAsync(request.Id, "left", me.AccountId) == 0) audit.Nothing();
            return Done.Value;
        }
    }
}
