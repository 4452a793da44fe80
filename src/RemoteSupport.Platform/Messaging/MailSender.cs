using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Makes a finished e-mail of a queued message and hands it to the server: the brand's name and logo, the stable Message-ID (DL-4).</summary>
public sealed class MailSender(IMailTransport transport, LinkTokens tokens, IOptions<EmailOptions> email, IOptions<TenancyOptions> tenancy)
{
    /// <summary>Sends; never throws for what a server or network does.</summary>
    public Task<MailReceipt> SendAsync(MailServer server, QueuedMessage message, TenantInfo tenant, InlineImage? logo, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(tenant);
        var domain = email.Value.Domain;
        return transport.SendAsync(
            server,
            new OutgoingMail
            {
                MessageId = message.MessageId(domain),
                From = new(tenant.SenderName ?? tenant.Name, email.Value.From),
                To = new(message.RecipientName, message.Recipient),
                ReplyTo = new(tenant.SenderName ?? tenant.Name, tenant.SupportEmail),
                ReturnPath = email.Value.From,
                Subject = message.Subject!,
                Text = message.FinishedText(tenant, tenancy.Value, tokens),
                Html = message.FinishedHtml(tenant, tenancy.Value, tokens)!,
                Language = message.Language,
                At = message.CreatedAt,
                // A picture that the HTML does not show would look like an attachment.
                Images = logo is not null && message.BodyHtml!.Contains("cid:" + logo.ContentId, StringComparison.Ordinal) ? [logo] : [],
                Headers = Headers(message, domain),
            },
            ct);
    }

    private static Dictionary<string, string> Headers(QueuedMessage message, string domain)
    {
        var headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" };
        if (message.Thread is { } thread) headers["References"] = $"<{thread}@{domain}>";
        return headers;
    }
}
