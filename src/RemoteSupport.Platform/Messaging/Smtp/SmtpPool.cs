namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Keeps unused connections for a while, a few to each server.</summary>
internal sealed class SmtpPool : IAsyncDisposable
{
    private readonly TimeProvider clock;
    private readonly SmtpTransportOptions options;
    private readonly ITimer sweep;
    private readonly Lock guard = new();
    private readonly Dictionary<MailServer, List<Idle>> idle = [];
    private bool closed;

    public SmtpPool(TimeProvider clock, SmtpTransportOptions options)
    {
        (this.clock, this.options) = (clock, options);
        sweep = clock.CreateTimer(_ => _ = CloseAsync(TakeExpired()), null, options.IdleFor / 3, options.IdleFor / 3);
    }

    /// <summary>The connection that was used last, or null.</summary>
    public SmtpConnection? Take(MailServer server)
    {
        var now = clock.GetUtcNow();
        lock (guard)
        {
            if (!this.idle.TryGetValue(server, out var idle) || idle.Count == 0 || now - idle[^1].Since > options.IdleFor) return null;
            var connection = idle[^1].Connection;
            idle.RemoveAt(idle.Count - 1);
            return connection;
        }
    }

    /// <summary>Keeps a connection, or closes it if it was used enough or there are enough.</summary>
    public ValueTask ReturnAsync(MailServer server, SmtpConnection connection) =>
        Keeps(server, connection) ? ValueTask.CompletedTask : connection.CloseAsync();

    public async ValueTask DisposeAsync()
    {
        await sweep.DisposeAsync();
        List<SmtpConnection> all;
        lock (guard)
        {
            closed = true;
            all = [.. this.idle.Values.SelectMany(i => i).Select(i => i.Connection)];
            this.idle.Clear();
        }
        await CloseAsync(all);
    }

    private bool Keeps(MailServer server, SmtpConnection connection)
    {
        if (connection.Messages >= options.MessagesPerConnection) return false;
        lock (guard)
        {
            if (closed) return false;
            if (!this.idle.TryGetValue(server, out var idle)) this.idle[server] = idle = [];
            if (idle.Count >= options.IdlePerServer) return false;
            idle.Add(new Idle(connection, clock.GetUtcNow()));
            return true;
        }
    }

    private List<SmtpConnection> TakeExpired()
    {
        var expired = new List<SmtpConnection>();
        var now = clock.GetUtcNow();
        lock (guard)
        {
            foreach (var (server, idle) in this.idle.ToList())
            {
                expired.AddRange(idle.Where(i => now - i.Since > options.IdleFor).Select(i => i.Connection));
                idle.RemoveAll(i => now - i.Since > options.IdleFor);
                if (idle.Count == 0) this.idle.Remove(server);
            }
        }
        return expired;
    }

    private static async Task CloseAsync(List<SmtpConnection> connections)
    {
        foreach (var connection in connections) await connection.CloseAsync();
    }

    private readonly record struct Idle(SmtpConnection Connection, DateTimeOffset Since);
}
