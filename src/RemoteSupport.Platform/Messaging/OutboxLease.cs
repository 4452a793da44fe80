using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>The rows of the outbox in the current tenant: taking some for a while, and what became of each.</summary>
public sealed class OutboxLease(Db db, LiveEvents live, TimeProvider clock)
{
    /// <summary>How many are taken at once.</summary>
    public const int Size = 20;

    /// <summary>After this somebody else may take them.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    // A crash of the database may forget the last of these, and then the message goes out once more under the same Message-ID (DL-1).
    private const string NotWaitingForTheDisk = "select set_config('synchronous_commit', 'off', true);\n";

    /// <summary>Takes what is due, oldest first, past what others hold.</summary>
    public async Task<IReadOnlyList<QueuedMessage>> TakeAsync()
    {
        var now = clock.GetUtcNow();
        // Materialized: a join may run a subquery again for each row, and each run would lock further rows, past the limit.
        var taken = await db.ListAsync<QueuedMessage>(
            $"""
            with due as materialized (select id as taken from messages where due_at <= @now order by due_at, id limit {Size} for update skip locked)
            update messages m set due_at = @until, attempts = attempts + 1
            from due
            where m.id = due.taken
            returning {QueuedMessage.Columns}
            """,
            new { now, until = now + Length });
        return [.. taken.OrderBy(message => message.Id)];
    }

    /// <summary>Writes down how it went, unless somebody else took the message meanwhile.</summary>
    public Task<int> RecordAsync(QueuedMessage message, MailReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(receipt);
        var now = clock.GetUtcNow();
        if (receipt.Result == MailResult.Accepted)
            return db.RunAsync(
                NotWaitingForTheDisk +
                """
                update messages set state = 'sent', sent_at = @now, due_at = null, last_error = null, body_text = null, body_html = null, links = '[]'
                where id = @Id and attempts = @Attempts and due_at is not null
                """,
                new { message.Id, message.Attempts, now });
        var next = receipt.Result == MailResult.TryLater ? message.NextAttempt(now) : null;
        return WriteAsync(
            next is null,
            """
            with recorded as (
              update messages set state = @state, due_at = @next, last_error = @Reply where id = @Id and attempts = @Attempts and due_at is not null
              returning id)
            insert into message_attempts (message_id, attempt, at, is_final, reply) select id, @Attempts, @now, @next::timestamptz is null, @Reply from recorded
            on conflict do nothing
            """,
            new { message.Id, message.Attempts, state = next is null ? "failed" : "queued", next, now, receipt.Reply });
    }

    /// <summary>Not tried after all: due again after the pause, and not counted.</summary>
    public Task<int> GiveBackAsync(IEnumerable<QueuedMessage> messages, TimeSpan pause)
    {
        var all = messages.ToList();
        return db.RunAsync(
            """
            update messages m set due_at = @at, attempts = m.attempts - 1
            from unnest(@ids, @tries) held (id, attempts)
            where m.id = held.id and m.attempts = held.attempts and m.due_at is not null
            """,
            new { ids = all.Select(message => message.Id).ToArray(), tries = all.Select(message => message.Attempts).ToArray(), at = clock.GetUtcNow() + pause });
    }

    /// <summary>What waited until nothing in it is of use any more is shown as failed instead of sent (DL-2).</summary>
    public Task<int> GiveUpAsync(QueuedMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return WriteAsync(
            hasFailed: true,
            "update messages set state = 'failed', due_at = null, last_error = coalesce(last_error, @Reason) where id = @Id and attempts = @Attempts and due_at is not null",
            new { message.Id, message.Attempts, Reason = MailReasons.TooLate });
    }

    /// <summary>Without a server messages land in the local outbox, whole (DL-3).</summary>
    public Task<int> KeepAsync() =>
        db.RunAsync("update messages set state = 'kept', sent_at = @now, due_at = null, attempts = attempts + 1 where due_at <= @now", new { now = clock.GetUtcNow() });

    /// <summary>The tenant's logo as the layout refers to it (cid:logo); null when it has none.</summary>
    public async Task<InlineImage?> LogoAsync()
    {
        var image = await db.FindAsync<Logo>("select media_type, content from brand_images where kind = 'logo'");
        return image is null ? null : new InlineImage("logo", image.MediaType, image.Content);
    }

    /// <summary>Open pages hear of it when nothing more is tried.</summary>
    private Task<int> WriteAsync(bool hasFailed, string sql, object arguments)
    {
        if (!hasFailed) return db.RunAsync(sql, arguments);
        return db.InTransactionAsync(async () =>
        {
            var recorded = await db.RunAsync(sql, arguments);
            if (recorded > 0) await live.PublishAsync(LiveEvents.TopicOfTenant, LiveEvents.Messages);
            return recorded;
        });
    }

    private sealed record Logo(string MediaType, byte[] Content);
}
