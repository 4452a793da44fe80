using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>
/// End now: the owner or an admin sends a supporter out, from every tab and program of theirs; on this grant that person cannot enter again (RA-15).
/// </summary>
[Requires(Permission.Presence)]
public sealed record EndRemoteLogin(Guid Id) : ICommand<Done>
{
    internal sealed class Handler(Db db, Caller caller, ActingSessions sessions, AuditTrail audit, TimeProvider clock) : IRequestHandler<EndRemoteLogin, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(EndRemoteLogin request, CancellationToken cancellationToken)
        {
            var (by, organizationId) = (caller.SignedIn.AccountId, caller.Organization);
            var login = await db.FindAsync<Login>(
                "select l.account_id, l.grant_id, a.name from remote_logins l join accounts a on a.id = l.account_id where l.id = @Id and l.organization_id = @organizationId",
                new { request.Id, organizationId }, cancellationToken);
            if (login is null) return new NotFound();

            // As whoever enters takes it for share: nobody slips in between the look and the end.
            await db.RunAsync("select from organization_access where id = @GrantId for update", new { login.GrantId }, cancellationToken);
            audit.Target("remote_login", request.Id, login.Name);
            var ended = await sessions.EndOfPersonAsync(organizationId, login.AccountId, "ended_by_customer", by) + await BarAsync(request.Id, by);
            if (ended == 0) audit.Nothing();
            return Done.Value;
        }

        /// <summary>Whoever left just before the click has been sent away all the same, and does not come back on this grant.</summary>
        private Task<int> BarAsync(Guid id, Guid by) =>
            db.RunAsync(
                "update remote_logins set end_reason = 'ended_by_customer', ended_by = @by where id = @id and end_reason in ('left', 'idle') and ended_at > @justNow",
                new { id, by, justNow = clock.GetUtcNow() - TimeSpan.FromMinutes(1) });

        private sealed record Login(Guid AccountId, Guid? GrantId, string Name);
    }
}
