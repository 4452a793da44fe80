using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>
/// Sends a message that failed once more, as it was written, under the same Message-ID (DL-2). What is queued already, by a second click or because a node
/// is sending it at this moment, is left alone.
/// </summary>
[Requires(Permission.Tenant)]
public sealed record ResendMessage(Guid Id) : ICommand<LoggedMessage>
{
    internal sealed class Handler(Db db, Resending resending, AuditTrail audit, LiveEvents live, TimeProvider clock) : IRequestHandler<ResendMessage, Outcome<LoggedMessage>>
    {
        public async Task<Outcome<LoggedMessage>> Handle(ResendMessage request, CancellationToken cancellationToken)
        {
            var stored = await db.FindAsync<StoredMessage>($"select {StoredMessage.Columns} from messages where id = @Id for update", new { request.Id }, cancellationToken);
            if (stored is null) return new NotFound();
            if (stored.State == "queued") audit.Nothing();
            else if (!(await resending.UntilAsync(stored, cancellationToken)).Succeeded(out var until, out var refusal)) return refusal;
            else await QueueAsync(stored, until, cancellationToken);
            return await db.SingleAsync<LoggedMessage>($"select {LoggedMessage.Columns} from messages m where m.id = @Id", new { request.Id }, cancellationToken);
        }

        // The count of attempts goes on: by it a node knows whether the message is still its own.
        private async Task QueueAsync(StoredMessage message, DateTimeOffset until, CancellationToken ct)
        {
            await db.RunAsync(
                """
                update messages set state = 'queued', due_at = @now, give_up_at = @until where id = @Id;
                select pg_notify('message_queued', '')
                """,
                new { message.Id, until, now = clock.GetUtcNow() }, ct);
            audit.Target("message", message.Id, message.Recipient);
            audit.Changed("state", "failed", "queued");
            await live.PublishAsync(Topics.Tenant, Topics.Messages);
        }
    }
}
