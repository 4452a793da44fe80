namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// The outbox's round trips to the database take turns, so that many tenants with much to send do not take all its connections. Nothing is
/// held while a message is on its way to a server.
/// </summary>
public sealed class OutboxTurns : IDisposable
{
    private readonly SemaphoreSlim turns = new(16);

    /// <summary>Runs one round trip when it is its turn.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> roundTrip)
    {
        ArgumentNullException.ThrowIfNull(roundTrip);
        await turns.WaitAsync();
        try
        {
            return await roundTrip();
        }
        finally
        {
            turns.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turns.Dispose();
}
