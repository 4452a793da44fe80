using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Where the caller is inside at the moment, the newest first: several at once are possible (RA-12).</summary>
[Requires(Permission.Support)]
public sealed record ListOwnRemoteLogins : IQuery<IReadOnlyList<OwnRemoteLogin>>
{
    internal sealed class Handler(Db db, Caller caller, TimeProvider clock) : IRequestHandler<ListOwnRemoteLogins, Outcome<IReadOnlyList<OwnRemoteLogin>>>
    {
        public async Task<Outcome<IReadOnlyList<OwnRemoteLogin>>> Handle(ListOwnRemoteLogins request, CancellationToken cancellationToken) =>
            Outcome.Of(await db.ListAsync<OwnRemoteLogin>(
                """
                select s.id, o.id as organization_id, o.name as organization, s.acting_as as role, s.started_at, s.ends_at, s.parent_id = @Id as is_of_this_session
                from sessions s
                join organization_gates o on o.id = s.acting_in
                where s.account_id = @AccountId and s.acting_as is not null and s.ended_at is null and s.ends_at > @now and s.last_seen_at + @Idle > @now
                order by s.id desc
                """,
                new { caller.SignedIn.Id, caller.SignedIn.AccountId, now = clock.GetUtcNow(), Acting.Idle }, cancellationToken));
    }
}

/// <summary>A running remote login of the caller; only the browser or program that entered can go on with it.</summary>
public sealed record OwnRemoteLogin(Guid Id, Guid OrganizationId, string Organization, string Role, DateTimeOffset StartedAt, DateTimeOffset EndsAt, bool IsOfThisSession);
