using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// Takes a few due messages of the current tenant and sends them. Taking is a lease: due_at moves on and commits before anything is sent, so
/// that a killed node's messages come again by themselves. What became of each is a transaction of its own; a node that lost its lease records
/// nothing.
/// </summary>
public sealed class DispatchBatch(Db db, MailSender sender, ServerBreaker breaker, MultiTenantContextAccessor tenancy, IOptions<EmailOptions> email, TimeProvider clock)
{
    private const int Size = 20;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>True when there may be more to send now.</summary>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        if (email.Value.Server is not { } server) return await KeepAsync();
        if (breaker.IsOpen(server)) return false;

        var batch = await TakeAsync();
        if (batch.Count == 0) return false;
        var logo = await MailSender.LogoAsync(db);
        foreach (var (message, index) in batch.Select((message, index) => (message, index)))
        {
            if (ct.IsCancellationRequested || breaker.IsOpen(server))
            {
                await GiveBackAsync(batch.Skip(index));
                return false;
            }

            var receipt = await sender.SendAsync(server, message, tenancy.Tenant, logo, ct);
            breaker.Heard(server, receipt);
            await RecordAsync(message, receipt);
        }

        return batch.Count == Size;
    }

    private Task<IReadOnlyList<QueuedMessage>> TakeAsync()
    {
        var now = clock.GetUtcNow();
        return db.ListAsync<QueuedMessage>(
            $"""
            update messages m set due_at = @until, attempts = attempts + 1
            from (select id from messages where due_at <= @now order by due_at limit {Size} for update skip locked) due
            where m.id = due.id
            returning {QueuedMessage.Columns.Replace("id,", "m.id,", StringComparison.Ordinal)}
            """,
            new { now, until = now + Lease });
    }

    private Task<int> RecordAsync(QueuedMessage message, MailReceipt receipt)
    {
        var now = clock.GetUtcNow();
        var next = receipt.Result == MailResult.TryLater ? message.NextAttempt(now) : null;
        return receipt.Result == MailResult.Accepted
            ? db.RunAsync(
                "update messages set state = 'sent', sent_at = @now, due_at = null, last_error = null, body_text = null, body_html = null, links = '[]' where id = @Id and attempts = @Attempts and due_at is not null",
                new { message.Id, message.Attempts, now })
            : db.RunAsync(
                "update messages set state = @state, due_at = @next, last_error = @Reply where id = @Id and attempts = @Attempts and due_at is not null",
                new { message.Id, message.Attempts, state = next is null ? "failed" : "queued", next, receipt.Reply });
    }

    /// <summary>Not tried after all: due again when the server may be back, and not counted.</summary>
    private Task<int> GiveBackAsync(IEnumerable<QueuedMessage> messages) =>
        db.RunAsync("update messages set due_at = @at, attempts = attempts - 1 where id = any (@ids) and state = 'queued'", new { ids = messages.Select(message => message.Id).ToArray(), at = clock.GetUtcNow() + ServerBreaker.OpenFor });

    /// <summary>Without a server messages land in the local outbox, whole (DL-3).</summary>
    private async Task<bool> KeepAsync()
    {
        await db.RunAsync("update messages set state = 'kept', sent_at = @now, due_at = null, attempts = attempts + 1 where due_at <= @now", new { now = clock.GetUtcNow() });
        return false;
    }
}
