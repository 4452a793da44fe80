using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>Makes a finished e-mail of a queued message and hands it to the server: the brand's name and logo, the stable Message-ID (DL-4).</summary>
public sealed class MailSender(IMailTransport transport, LinkTokens tokens, IOptions<EmailOptions> email, IOptions<TenancyOptions> tenancy)
{
    private readonly BounceAddress bounces = new(tokens);

    /// <summary>Sends; never throws for what a server or network does.</summary>
    public Task<MailReceipt> SendAsync(MailRoute route, QueuedMessage message, TenantInfo tenant, InlineImage? logo, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(route);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(tenant);
        var html = message.FinishedHtml(tenant, tenancy.Value, tokens);
        return transport.SendAsync(
            route.Server,
            new OutgoingMail
            {
                MessageId = message.MessageId(route.Domain),
                From = new(tenant.SenderName ?? tenant.Name, route.Sender),
                To = new(message.RecipientName, message.Recipient),
                ReplyTo = new(tenant.SenderName ?? tenant.Name, tenant.SupportEmail),
                ReturnPath = ReturnPathOf(route, message, tenant),
                Subject = message.Subject!,
                Text = message.FinishedText(tenant, tenancy.Value, tokens),
                Html = html,
                Language = message.Language,
                At = message.CreatedAt,
                Images = InlinePictures.In(html, logo, message.Address(tenant, tenancy.Value, tokens)),
                Headers = Headers(message, route.Domain),
            },
            ct);
    }

    /// <summary>A tenant's own server answers for its sender's domain only: its bounces go to the sender.</summary>
    private string ReturnPathOf(MailRoute route, QueuedMessage message, TenantInfo tenant) => email.Value.BounceDomain switch
    {
        _ when route.IsOwnServer => route.Sender,
        { Length: > 0 } domain => bounces.For(tenant.Id, message.Id, domain),
        _ => email.Value.From,
    };

    private static Dictionary<string, string> Headers(QueuedMessage message, string domain)
    {
        var headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" };
        if (message.Thread is { } thread) headers["References"] = $"<{thread}@{domain}>";
        return headers;
    }
}
