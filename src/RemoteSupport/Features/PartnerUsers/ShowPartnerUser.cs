using MediatR;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.PartnerUsers;

/// <summary>One person of the partner's team (TN-5).</summary>
[Requires(Permission.Tenant)]
public sealed record ShowPartnerUser(Guid Id) : IQuery<PartnerUser>
{
    internal sealed class Handler(Db db, IMediator mediator) : IRequestHandler<ShowPartnerUser, Outcome<PartnerUser>>
    {
        public async Task<Outcome<PartnerUser>> Handle(ShowPartnerUser request, CancellationToken cancellationToken)
        {
            var user = await db.FindAsync<PartnerUser>($"select {PartnerUser.Columns} from accounts a where a.id = @Id and a.kind = 'partner'", new { request.Id }, cancellationToken);
            if (user is null) return new NotFound();
            var locked = (await mediator.Send(new ListLockedAccounts(), cancellationToken)).Value ?? [];
            return user with { LockedUntil = locked.FirstOrDefault(account => account.Id == user.Id)?.OpensAt };
        }
    }
}
