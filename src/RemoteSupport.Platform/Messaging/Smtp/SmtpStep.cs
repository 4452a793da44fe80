namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>How far a connection to a mail server got.</summary>
public enum SmtpStep
{
    /// <summary>Somebody answers at that host and port.</summary>
    Connected,

    /// <summary>It is a mail server, and the connection is encrypted as asked.</summary>
    Greeted,

    /// <summary>It accepts user and password, where there are any.</summary>
    SignedIn,

    /// <summary>It took a message.</summary>
    Sent,
}
