using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery;

/// <summary>A mail server that had taken a message sends it back for good: it is shown as failed after all.</summary>
/// <param name="MessageId">Which message.</param>
/// <param name="Words">What the server says.</param>
[OperatorOnly]
public sealed record RecordBounce(Guid MessageId, string Words) : ICommand<Done>
{
    internal sealed class Handler(Db db, DeliveryEvents events, AuditTrail audit) : IRequestHandler<RecordBounce, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(RecordBounce request, CancellationToken cancellationToken)
        {
            audit.Nothing();
            var changed = await db.RunAsync(
                """
                with failed as (
                  update messages set state = 'failed', due_at = null, last_error = @Words
                  where id = @MessageId and channel = 'email' and attempts > 0 and state in ('queued', 'sent')
                  returning id, attempts)
                insert into message_attempts (message_id, attempt, at, is_final, reply) select id, attempts, @Now, true, @Words from failed
                on conflict do nothing
                """,
                new { request.MessageId, request.Words, events.Now }, cancellationToken);
            if (changed > 0) await events.PublishAsync(request.MessageId);
            return Done.Value;
        }
    }
}
