using RemoteSupport.Platform.Messaging.Smtp;

namespace RemoteSupport.Platform.Messaging;

/// <summary>One channel's way out of the current tenant, for one batch of messages.</summary>
public interface IDeliveryLane
{
    /// <summary>"email" or "sms".</summary>
    string Channel { get; }

    /// <summary>What is said of messages that no server takes.</summary>
    string NoServer { get; }

    /// <summary>True where messages wait for a server until they have no use any more; false where they fail at once without one.</summary>
    bool WaitsForServer { get; }

    /// <summary>Finds where messages go now; null when nowhere. Two servers that are equal share their breaker.</summary>
    Task<object?> FindServerAsync();

    /// <summary>Hands a message to that server; never throws for what a server or network does.</summary>
    /// <exception cref="OperationCanceledException">There was no time left; whether the server took the message is not known.</exception>
    Task<MailReceipt> SendAsync(QueuedMessage message, CancellationToken ct);
}
