using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Features.Delivery;

/// <summary>A record that makes receivers trust what comes from a domain.</summary>
/// <param name="Kind">"SPF", "DKIM" or "DMARC".</param>
/// <param name="Host">The name it stands at.</param>
/// <param name="Value">What stands there; null where only the mail server knows it.</param>
public sealed record SenderRecord(string Kind, string Host, string? Value);

/// <summary>Which records the sender's domain needs so that what is sent is not taken for spam.</summary>
internal sealed class SenderRecords(IOptions<EmailOptions> email)
{
    /// <summary>None for the platform's own domain: its operator looks after that one.</summary>
    public IReadOnlyList<SenderRecord> For(MailDelivery mail)
    {
        if (!EmailAddress.TryParse(mail.Sender, out var sender) || !EmailAddress.TryParse(email.Value.From, out var platform) || sender.Domain == platform.Domain) return [];
        return
        [
            new("SPF", sender.Domain, $"v=spf1 mx {(mail.Host is { } host ? "a:" + host : "include:" + platform.Domain)} ~all"),
            new("DKIM", "selector._domainkey." + sender.Domain, null),
            new("DMARC", "_dmarc." + sender.Domain, "v=DMARC1; p=quarantine; rua=mailto:" + mail.Sender),
        ];
    }
}
