using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.AccountLockout;

/// <summary>A tenant admin lifts a partner user's lock, an owner or admin one of their own members' (AC-5). Lifting no lock is fine, too.</summary>
[Requires(Permission.Tenant, Permission.Members)]
public sealed record UnlockAccount(Guid AccountId) : ICommand<Done>
{
    internal sealed class Handler(Db db, Caller caller, AuditTrail audit, LiveEvents live) : IRequestHandler<UnlockAccount, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(UnlockAccount request, CancellationToken cancellationToken)
        {
            var name = await db.FindAsync<string>(
                "select name from accounts where id = @AccountId and organization_id is not distinct from @Inside",
                new { request.AccountId, caller.SignedIn.Inside }, cancellationToken);
            if (name is null) return new NotFound();

            await db.RunAsync("delete from sign_in_tries where account_id = @AccountId", new { request.AccountId }, cancellationToken);
            audit.Target("account", request.AccountId, name);
            if (caller.SignedIn.Inside is { } organization) await live.PublishAsync(Topics.Organization(organization), Topics.Members);
            else await live.PublishAsync(Topics.Tenant, Topics.Users);
            return Done.Value;
        }
    }
}
