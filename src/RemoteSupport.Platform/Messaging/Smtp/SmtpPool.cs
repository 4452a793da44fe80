namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Keeps unused connections for a while, a few to each server.</summary>
internal sealed class SmtpPool : IAsyncDisposable
{
    private readonly TimeProvider _clock;
    private readonly SmtpTransportOptions _options;
    private readonly ITimer _sweep;
    private readonly Lock _lock = new();
    private readonly Dictionary<MailServer, List<Idle>> _idle = [];
    private bool _closed;

    public SmtpPool(TimeProvider clock, SmtpTransportOptions options)
    {
        (_clock, _options) = (clock, options);
        _sweep = clock.CreateTimer(_ => _ = CloseAsync(TakeExpired()), null, options.IdleFor / 3, options.IdleFor / 3);
    }

    /// <summary>The connection that was used last, or null.</summary>
    public SmtpConnection? Take(MailServer server)
    {
        var now = _clock.GetUtcNow();
        lock (_lock)
        {
            if (!_idle.TryGetValue(server, out var idle) || idle.Count == 0 || now - idle[^1].Since > _options.IdleFor) return null;
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
        await _sweep.DisposeAsync();
        List<SmtpConnection> all;
        lock (_lock)
        {
            _closed = true;
            all = [.. _idle.Values.SelectMany(i => i).Select(i => i.Connection)];
            _idle.Clear();
        }
        await CloseAsync(all);
    }

    private bool Keeps(MailServer server, SmtpConnection connection)
    {
        if (connection.Messages >= _options.MessagesPerConnection) return false;
        lock (_lock)
        {
            if (_closed) return false;
            if (!_idle.TryGetValue(server, out var idle)) _idle[server] = idle = [];
            if (idle.Count >= _options.IdlePerServer) return false;
            idle.Add(new Idle(connection, _clock.GetUtcNow()));
            return true;
        }
    }

    private List<SmtpConnection> TakeExpired()
    {
        var expired = new List<SmtpConnection>();
        var now = _clock.GetUtcNow();
        lock (_lock)
        {
            foreach (var (server, idle) in _idle.ToList())
            {
                expired.AddRange(idle.Where(i => now - i.Since > _options.IdleFor).Select(i => i.Connection));
                idle.RemoveAll(i => now - i.Since > _options.IdleFor);
                if (idle.Count == 0) _idle.Remove(server);
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
