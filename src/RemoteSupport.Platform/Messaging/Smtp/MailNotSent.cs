namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>Leads from wherever sending ends to the receipt; it never leaves <see cref="SmtpTransport"/>.</summary>
internal sealed class MailNotSent(MailResult result, string reason) : Exception(reason)
{
    /// <summary>A server that lets one message wait in vain would do so with the next one, too.</summary>
    public MailReceipt Receipt => new(result, Message, ServerIsAway: Message == MailReasons.NoAnswerInTime);

    public static MailNotSent TryLater(string reason) => new(MailResult.TryLater, reason);

    public static MailNotSent ForGood(string reason) => new(MailResult.RefusedForGood, reason);
}
