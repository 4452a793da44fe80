using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>The accounts that are locked now: to a tenant admin the partner users', to those inside an organization its members' (AC-5).</summary>
[Requires(Permission.Tenant, Permission.LookInside), PersonalData]
public sealed record ListLockedAccounts : IQuery<IReadOnlyList<LockedAccount>>
{
    internal sealed class Handler(Db db, Caller caller, TimeProvider clock) : IRequestHandler<ListLockedAccounts, Outcome<IReadOnlyList<LockedAccount>>>
    {
        public async Task<Outcome<IReadOnlyList<LockedAccount>>> Handle(ListLockedAccounts request, CancellationToken cancellationToken)
        {
            var locked = await db.ListAsync<LockedAccount>(
                """
                select a.id, a.name, a.email, max(t.last_try_at) as last_try_at
                from sign_in_tries t
                join accounts a on a.id = t.account_id
                where t.failures >= @Most and t.last_try_at > @lockedSince
                  and a.status = 'active' and a.organization_id is not distinct from @Inside
                group by a.id, a.name, a.email
                order by max(t.last_try_at) desc
                """,
                new { Lockout.Most, lockedSince = clock.GetUtcNow() - Lockout.For, caller.SignedIn.Inside }, cancellationToken);
            return Outcome.Of(locked);
        }
    }
}

/// <summary>An account whose door is closed; it opens by itself 15 minutes after the last try.</summary>
public sealed record LockedAccount(Guid Id, string Name, string Email, DateTimeOffset LastTryAt)
{
    /// <summary>When it opens if nobody tries again.</summary>
    public DateTimeOffset OpensAt => LastTryAt + Lockout.For;
}
