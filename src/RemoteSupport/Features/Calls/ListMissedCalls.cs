using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>Guests who rang for the caller in the last days and were not answered since: the last call of each.</summary>
[Requires(Permission.Invitations)]
public sealed record ListMissedCalls : IQuery<IReadOnlyList<MissedCall>>
{
    private const int Most = 5;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(3);

    internal sealed class Handler(Db db, Caller caller, TimeProvider clock) : IRequestHandler<ListMissedCalls, Outcome<IReadOnlyList<MissedCall>>>
    {
        public async Task<Outcome<IReadOnlyList<MissedCall>>> Handle(ListMissedCalls request, CancellationToken cancellationToken) =>
            Outcome.Of(await db.ListAsync<MissedCall>(
                """
                select c.id, c.invitation_id, i.invitee, c.rang_at
                from calls c
                join invitation_gates i on i.id = c.invitation_id
                where c.inviter_id = @AccountId and c.state = 'missed' and c.end_reason <> 'cancelled' and c.ended_at > @since
                  and not exists (select from calls later where later.invitation_id = c.invitation_id and later.id > c.id)
                order by c.id desc
                limit @Most
                """,
                new { caller.SignedIn.AccountId, since = clock.GetUtcNow() - Lately, Most }, cancellationToken));
    }
}

/// <summary>A call that nobody answered.</summary>
public sealed record MissedCall(Guid Id, Guid InvitationId, string Invitee, DateTimeOffset RangAt);
