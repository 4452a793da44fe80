namespace RemoteSupport.Platform.Security;

/// <summary>All cores are hashing and the queue is full: answer 503 and ask to come back.</summary>
public sealed class TooBusyException() : Exception("Too many passwords are being hashed at the moment.")
{
    /// <summary>When to try again; the queue is empty long before.</summary>
    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(5);
}
