namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Hands one message to one mail server and tells what became of it.</summary>
public interface IMailTransport
{
    /// <summary>Sends once. What goes wrong on the way is a receipt, not an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up; whether the server took the message is not known.</exception>
    Task<MailReceipt> SendAsync(MailServer server, OutgoingMail mail, CancellationToken ct);
}
