using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>The job's work: ends invitations whose time is over. Their links let nobody in from that moment on, job or not; a running call goes on (IN-6).</summary>
[OperatorOnly]
public sealed record ExpireInvitations : ICommand<int>
{
    internal sealed class Handler(Db db, InvitationEnd end, AuditTrail audit, TimeProvider clock) : IRequestHandler<ExpireInvitations, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(ExpireInvitations request, CancellationToken cancellationToken)
        {
            // The clock decided; the invitation's page tells it.
            audit.Nothing();
            var now = clock.GetUtcNow();
            var due = await db.ListAsync<Due>(
                $"select i.id, {InvitationRules.CallState} is not distinct from 'in_call' as is_in_call from support_invitations i where i.due_at <= @now order by i.due_at limit 50 for no key update of i skip locked",
                new { now }, cancellationToken);
            foreach (var invitation in due.Where(one => !one.IsInCall)) await end.ExpireAsync(invitation.Id, cancellationToken);
            await db.RunAsync(
                "update support_invitations set due_at = @next where id = any (@ids)",
                new { next = now + InvitationRules.LookAgain, ids = due.Where(one => one.IsInCall).Select(one => one.Id).ToArray() }, cancellationToken);
            return due.Count;
        }

        private sealed record Due(Guid Id, bool IsInCall);
    }
}
