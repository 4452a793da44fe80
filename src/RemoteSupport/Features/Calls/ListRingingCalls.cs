using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>The guests who ring for the caller now (IN-5), the one who waits longest first.</summary>
[Requires(Permission.Invitations)]
public sealed record ListRingingCalls : IQuery<IReadOnlyList<RingingCall>>
{
    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<ListRingingCalls, Outcome<IReadOnlyList<RingingCall>>>
    {
        public async Task<Outcome<IReadOnlyList<RingingCall>>> Handle(ListRingingCalls request, CancellationToken cancellationToken) =>
            Outcome.Of(await db.ListAsync<RingingCall>(
                """
                select c.id, i.invitee, c.rang_at, c.quiet_at is not null as is_quiet
                from calls c
                join invitation_gates i on i.id = c.invitation_id
                where c.inviter_id = @AccountId and c.state = 'ringing'
                order by c.id
                """,
                new { caller.SignedIn.AccountId }, cancellationToken));
    }
}

/// <summary>A guest who rings.</summary>
/// <param name="Id">The call.</param>
/// <param name="Invitee">As the inviter calls the guest.</param>
/// <param name="RangAt">Since when.</param>
/// <param name="IsQuiet">"Not now" was said.</param>
public sealed record RingingCall(Guid Id, string Invitee, DateTimeOffset RangAt, bool IsQuiet);
