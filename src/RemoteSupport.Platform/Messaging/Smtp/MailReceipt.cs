namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>What became of a message.</summary>
public enum MailResult
{
    /// <summary>The server answers for it now.</summary>
    Accepted,

    /// <summary>No further attempt can help (DL-2).</summary>
    RefusedForGood,

    /// <summary>Another attempt may succeed.</summary>
    TryLater,
}

/// <summary>What became of a message, and in whose words.</summary>
/// <param name="Result">Whether to be glad, give up or wait.</param>
/// <param name="Reply">The server's last line, or one of <see cref="MailReasons"/>; safe to keep and to show.</param>
/// <param name="ServerIsAway">The server could not be reached or did not answer: others behind it need not try now.</param>
public sealed record MailReceipt(MailResult Result, string? Reply, bool ServerIsAway = false)
{
    /// <summary>With "try later": no attempt makes sense before this instant. Null leaves the pause to the outbox.</summary>
    public DateTimeOffset? NotBefore { get; init; }
}
