using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging.Sms;

namespace RemoteSupport.Features.Delivery;

/// <summary>
/// A gateway tells what became of a text message (DL-3). Reports come late, twice, in any order, and even before we have written down that the
/// message was taken: "delivered" is the truth whatever was said before, "failed" counts unless the message is known to have arrived.
/// </summary>
/// <param name="MessageId">Which message.</param>
/// <param name="Token">What only the gateway that took it can know.</param>
/// <param name="State">"delivered" or "failed"; anything else changes nothing.</param>
/// <param name="Reason">The network's words.</param>
[OpenToAll]
public sealed record RecordDeliveryReport(Guid MessageId, string? Token, string? State, string? Reason) : ICommand<Done>
{
    private const int LongestReason = 300;

    internal sealed class Handler(Db db, ReportLinks links, DeliveryEvents events, AuditTrail audit) : IRequestHandler<RecordDeliveryReport, Outcome<Done>>
    {
        public async Task<Outcome<Done>> Handle(RecordDeliveryReport request, CancellationToken cancellationToken)
        {
            if (!links.IsRight(request.MessageId, request.Token)) return new NoSuchReport();
            audit.Nothing();
            var changed = request.State switch
            {
                "delivered" => await db.RunAsync(DeliveredSql, new { request.MessageId, events.Now }, cancellationToken),
                "failed" => await db.RunAsync(FailedSql, new { request.MessageId, events.Now, Reason = Plain(request.Reason) ?? SmsReasons.NotDelivered }, cancellationToken),
                _ => 0,
            };
            if (changed > 0) await events.PublishAsync(request.MessageId);
            return Done.Value;
        }

        private static string? Plain(string? reason)
        {
            var text = string.Concat((reason ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
            return text.Length == 0 ? null : text[..Math.Min(text.Length, LongestReason)];
        }

        private const string DeliveredSql =
            """
            update messages set state = 'delivered', delivered_at = @Now, sent_at = coalesce(sent_at, @Now), due_at = null, last_error = null, body_text = null, body_html = null, links = '[]'
            where id = @MessageId and channel = 'sms' and attempts > 0 and state in ('queued', 'sent', 'failed')
            """;

        private const string FailedSql =
            """
            with failed as (
              update messages set state = 'failed', due_at = null, last_error = @Reason
              where id = @MessageId and channel = 'sms' and attempts > 0 and state in ('queued', 'sent')
              returning id, attempts)
            insert into message_attempts (message_id, attempt, at, is_final, reply) select id, attempts, @Now, true, @Reason from failed
            on conflict do nothing
            """;
    }
}

/// <summary>Tells open pages of the partner, and of whoever follows it, that the delivery of a message has changed, in the transaction of the change.</summary>
internal sealed class DeliveryEvents(Db db, LiveEvents live, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task PublishAsync(Guid? messageId = null)
    {
        var followed = messageId is null ? null : await db.FindAsync<string>("select topic from messages where id = @messageId", new { messageId });
        await live.PublishAllAsync(followed is null ? [Shared.Topics.Tenant] : [Shared.Topics.Tenant, followed], Shared.Topics.Messages);
    }
}
