namespace RemoteSupport.Features.Delivery.Log;

/// <summary>A message and what has become of it, without its text (DL-4).</summary>
/// <param name="Id">The message.</param>
/// <param name="Message">Which one, such as "access-requested".</param>
/// <param name="Channel">"email" or "sms".</param>
/// <param name="Language">Written in.</param>
/// <param name="Recipient">The address or number.</param>
/// <param name="RecipientName">Who that is, where known.</param>
/// <param name="Subject">Null for a short message.</param>
/// <param name="State">"queued", "sent", "delivered", "failed", or "kept" in the local outbox.</param>
/// <param name="Attempts">How often it was tried, with a try that is under way.</param>
/// <param name="LastError">What the server said last, or a sentence of ours.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="NextAttemptAt">When it is tried again; null unless it waits for that.</param>
/// <param name="SentAt">When a server took it.</param>
/// <param name="DeliveredAt">When it is known to have arrived.</param>
public sealed record LoggedMessage(
    Guid Id, string Message, string Channel, string Language, string Recipient, string? RecipientName, string? Subject, string State, int Attempts, string? LastError,
    DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt, DateTimeOffset? SentAt, DateTimeOffset? DeliveredAt)
{
    /// <summary>The columns of a message m, in the record's order. Due at is the next attempt only after the last one was written down; before, it is a lease.</summary>
    internal const string Columns =
        """
        m.id, m.message, m.channel, m.language, m.recipient, m.recipient_name, m.subject, m.state, m.attempts, m.last_error, m.created_at,
        case when m.state = 'queued' and exists (select from message_attempts a where a.message_id = m.id and a.attempt = m.attempts) then m.due_at end as next_attempt_at,
        m.sent_at, m.delivered_at
        """;
}

/// <summary>An attempt that did not succeed.</summary>
/// <param name="Attempt">The first is 1.</param>
/// <param name="At">When.</param>
/// <param name="IsFinal">After it nothing more was tried.</param>
/// <param name="Reply">What the server said, or a sentence of ours.</param>
public sealed record MessageAttempt(int Attempt, DateTimeOffset At, bool IsFinal, string? Reply);
