namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Bounds what is asked of a server in time.</summary>
internal static class Patience
{
    /// <exception cref="MailNotSent">The time is over.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public static async Task<T> WithinAsync<T>(
        this TimeProvider clock, TimeSpan limit, Func<CancellationToken, Task<T>> step, CancellationToken ct)
    {
        using var timer = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, ct);
        try
        {
            return await step(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw MailNotSent.TryLater(MailReasons.NoAnswerInTime);
        }
    }
}
