using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Files;

/// <summary>The call in which the caller is just now, so that something can be sent there from elsewhere; none is the usual answer.</summary>
[Requires(Permission.Invitations)]
public sealed record FindRunningCall : IQuery<RunningCall>
{
    internal sealed class Handler(Db db, Caller caller) : IRequestHandler<FindRunningCall, Outcome<RunningCall>>
    {
        public async Task<Outcome<RunningCall>> Handle(FindRunningCall request, CancellationToken cancellationToken) =>
            await db.FindAsync<RunningCall>(
                """
                select c.id, i.invitee as guest
                from calls c
                join invitation_gates i on i.id = c.invitation_id
                where c.inviter_id = @me and c.state = 'in_call'
                order by c.id desc
                limit 1
                """,
                new { me = caller.SignedIn.AccountId }, cancellationToken) is { } call ? call : new NotFound();
    }
}

/// <summary>A call that is going on.</summary>
public sealed record RunningCall(Guid Id, string Guest);
