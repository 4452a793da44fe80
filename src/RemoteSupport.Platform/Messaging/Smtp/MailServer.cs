namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>How the connection to a mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>Not at all, the sign-in included: for a server on the same machine or network.</summary>
    None,

    /// <summary>In clear until STARTTLS, which the server must offer (port 587).</summary>
    StartTls,

    /// <summary>TLS from the first byte (port 465).</summary>
    Tls,
}

/// <summary>A mail server that takes our messages. Two with equal values share their connections.</summary>
public sealed record MailServer
{
    /// <summary>Its name (also an internationalized one) or address.</summary>
    public required string Host { get; init; }

    /// <summary>Its port: 587 unless stated.</summary>
    public int Port { get; init; } = 587;

    /// <summary>How the connection is protected: by STARTTLS unless stated.</summary>
    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;

    /// <summary>Who signs in; null where the server wants no sign-in.</summary>
    public string? User { get; init; }

    /// <summary>The password of <see cref="User"/>.</summary>
    public string? Password { get; init; }

    /// <summary>The host name by which we greet the server.</summary>
    public required string HelloName { get; init; }

    /// <summary>Where it is; never who signs in.</summary>
    public override string ToString() => $"{Host}:{Port} ({Security})";
}
