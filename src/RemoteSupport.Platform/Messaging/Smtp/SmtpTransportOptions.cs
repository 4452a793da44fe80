namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>How patient the transport is, and how long it keeps connections.</summary>
public sealed record SmtpTransportOptions
{
    /// <summary>How long connecting and the TLS handshake may take each: 15 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the server may think about a command: 1 minute (a greeting is often delayed against spam).</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a message's text may take until the server answers for it: 5 minutes.</summary>
    public TimeSpan DataTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an unused connection is kept: 30 seconds.</summary>
    public TimeSpan IdleFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many unused connections to one server are kept: 4.</summary>
    public int IdlePerServer { get; init; } = 4;

    /// <summary>How many messages a connection carries before it is closed: 1,000 (a server that wants fewer says 421).</summary>
    public int MessagesPerConnection { get; init; } = 1000;
}
