using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>An invitation with its way, step by step (IN-7).</summary>
[Requires(Permission.Invitations)]
public sealed record ShowSupportInvitation(Guid Id) : IQuery<WholeInvitation>
{
    internal sealed class Handler(InvitationReader invitations, Db db, Caller caller) : IRequestHandler<ShowSupportInvitation, Outcome<WholeInvitation>>
    {
        public async Task<Outcome<WholeInvitation>> Handle(ShowSupportInvitation request, CancellationToken cancellationToken)
        {
            if (await invitations.FindAsync(request.Id, cancellationToken) is not { } invitation) return new NotFound();
            var steps = await db.ListAsync<InvitationStep>(StepsSql, new { request.Id }, cancellationToken);
            return new WholeInvitation(invitation, steps, invitation.InviterId == caller.SignedIn.AccountId);
        }

        // What became of a message stands in the outbox; a failure of one that was never tried has no time of its own.
        private const string StepsSql =
            """
            select s.kind, s.at, s.reason
            from support_invitation_events e
            left join messages m on m.id = e.message_id
            cross join lateral (values
              (0, e.kind, e.at, null),
              (1, 'sent', m.sent_at, null),
              (2, 'delivered', m.delivered_at, null),
              (3, 'failed', case when m.state = 'failed' then coalesce((select max(t.at) from message_attempts t where t.message_id = m.id), m.created_at) end, m.last_error)
            ) s (rank, kind, at, reason)
            where e.invitation_id = @Id and s.at is not null
            order by s.at, e.number, s.rank
            """;
    }
}
