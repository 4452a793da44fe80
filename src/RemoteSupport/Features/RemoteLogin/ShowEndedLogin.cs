using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>What the page says whose remote login is over: where, when and why (RA-8). Only whoever holds the login's token gets to see it.</summary>
[OpenToAll]
public sealed record ShowEndedLogin : IQuery<EndedLogin>
{
    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<ShowEndedLogin, Outcome<EndedLogin>>
    {
        public async Task<Outcome<EndedLogin>> Handle(ShowEndedLogin request, CancellationToken cancellationToken)
        {
            if (caller.Ended is not { Session: { Acting: { } acting } session, EndReason: { } reason }) return new NotFound();
            var found = await db.SingleAsync<Found>(
                """
                select o.name, o.managed_by, coalesce(l.ended_at, @OverAt) as ended_at
                from remote_logins l
                join organization_gates o on o.id = l.organization_id
                where l.id = @Id
                """,
                new { session.Id, session.OverAt }, cancellationToken);
            return new EndedLogin(acting.OrganizationId, found.Name, found.ManagedBy == "customer", reason, found.EndedAt);
        }

        private sealed record Found(string Name, string ManagedBy, DateTimeOffset EndedAt);
    }
}

/// <summary>A login that is over.</summary>
public sealed record EndedLogin(Guid OrganizationId, string Organization, bool NeedsApproval, string Reason, DateTimeOffset EndedAt);
