using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>The rows of the outbox in the current tenant: taking some for a while, and what became of each.</summary>
public sealed class OutboxLease(Db db, OutboxTurns turns, LiveEvents live, TimeProvider clock)
{
    /// <summary>How many are taken at once.</summary>
    public const int Size = 20;

    /// <summary>After this somebody else may take them.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(5);

    // A crash of the database may forget the last of these, and then the message goes out once more under the same Message-ID (DL-1).
    private const string NotWaitingForTheDisk = "select set_config('synchronous_commit', 'off', true);\n";

    /// <summary>Whether a channel has anything to send now.</summary>
    public Task<bool> AnyDueAsync(string channel) =>
        turns.RunAsync(() => db.SingleAsync<bool>("select exists (select from messages where channel = @channel and due_at <= @now)", new { channel, now = clock.GetUtcNow() }));

    /// <summary>Takes what is due of a channel, oldest first, past what others hold.</summary>
    public async Task<IReadOnlyList<QueuedMessage>> TakeAsync(string channel)
    {
        var now = clock.GetUtcNow();
        // Materialized: a join may run a subquery again for each row, and each run would lock further rows, past the limit.
        var taken = await turns.RunAsync(() => db.ListAsync<QueuedMessage>(
            $"""
            with due as materialized (select id as taken from messages where channel = @channel and due_at <= @now order by due_at, id limit {Size} for update skip locked)
            update messages m set due_at = @until, attempts = attempts + 1
            from due
            where m.id = due.taken
            returning {QueuedMessage.Columns}
            """,
            new { channel, now, until = now + Length }));
        return [.. taken.OrderBy(message => message.Id)];
    }

    /// <summary>Writes down how it went, unless somebody else took the message meanwhile.</summary>
    public Task<int> RecordAsync(QueuedMessage message, MailReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(receipt);
        var now = clock.GetUtcNow();
        if (receipt.Result == MailResult.Accepted)
            return RunAsync(
                NotWaitingForTheDisk +
                """
                update messages set state = 'sent', sent_at = @now, due_at = null, last_error = null, body_text = null, body_html = null, links = '[]'
                where id = @Id and attempts = @Attempts and due_at is not null
                """,
                new { message.Id, message.Attempts, now });
        var next = receipt.Result == MailResult.TryLater ? message.NextAttempt(now, receipt.NotBefore) : null;
        return RunAsync(
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
        return RunAsync(
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
        return RunAsync(
            "update messages set state = 'failed', due_at = null, last_error = coalesce(last_error, @Reason) where id = @Id and attempts = @Attempts and due_at is not null",
            new { message.Id, message.Attempts, Reason = MailReasons.TooLate });
    }

    /// <summary>Without a server, what is due of a channel fails for that reason; or only what is of no use any more. Answers whom to tell, for each.</summary>
    public Task<IReadOnlyList<string?>> FailAsync(string channel, string reason, bool onlyUseless) => ChangeAsync(
        "update messages set state = 'failed', due_at = null, last_error = @reason where channel = @channel and due_at <= @now and (not @onlyUseless or give_up_at <= @now) returning topic",
        new { channel, reason, onlyUseless, now = clock.GetUtcNow() });

    /// <summary>Without a server messages land in the local outbox, whole (DL-3). Answers whom to tell, for each.</summary>
    public Task<IReadOnlyList<string?>> KeepAsync(string channel) => ChangeAsync(
        "update messages set state = 'kept', sent_at = @now, due_at = null, attempts = attempts + 1 where channel = @channel and due_at <= @now returning topic",
        new { channel, now = clock.GetUtcNow() });

    /// <summary>Tells the admins' open pages, and those of whoever follows one of the messages, that something was sent or failed.</summary>
    public Task<int> TellAsync(IEnumerable<string?> topics)
    {
        string[] all = [LiveEvents.TopicOfTenant, .. topics.OfType<string>().Distinct()];
        return turns.RunAsync(() => all.Length == 1
            ? live.RunAndPublishAsync("select", new { }, all[0], LiveEvents.Messages)
            : db.InTransactionAsync(async () =>
            {
                await live.PublishAllAsync(all, LiveEvents.Messages);
                return all.Length;
            }));
    }

    /// <summary>The tenant's logo as the layout refers to it (cid:logo); null when it has none.</summary>
    public async Task<InlineImage?> LogoAsync()
    {
        var image = await turns.RunAsync(() => db.FindAsync<Logo>("select media_type, content from brand_images where kind = 'logo'"));
        return image is null ? null : new InlineImage("logo", image.MediaType, image.Content);
    }

    private Task<IReadOnlyList<string?>> ChangeAsync(string sql, object arguments) => turns.RunAsync(() => db.ListAsync<string?>(sql, arguments));

    private Task<int> RunAsync(string sql, object arguments) => turns.RunAsync(() => db.RunAsync(sql, arguments));

    private sealed record Logo(string MediaType, byte[] Content);
}
