namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

/// <summary>What the server of a test offers; see server.mjs.</summary>
public sealed record SmtpServerOptions
{
    public bool Starttls { get; init; }

    public bool Tls { get; init; }

    /// <summary>PEM, with <see cref="Cert"/>; needed for TLS.</summary>
    public string? Key { get; init; }

    public string? Cert { get; init; }

    /// <summary>Sign-in mechanisms; null: nobody needs to sign in.</summary>
    public string[]? Auth { get; init; }

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The largest message in bytes.</summary>
    public int? Size { get; init; }

    /// <summary>Extensions that are not offered: PIPELINING, SMTPUTF8, 8BITMIME.</summary>
    public string[]? Hide { get; init; }

    /// <summary>Closes a connection after so many messages.</summary>
    public int? CloseAfter { get; init; }
}
