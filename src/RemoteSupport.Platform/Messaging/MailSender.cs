using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Data;
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
                From = new(tenant.Name, email.Value.From),
                To = new(message.RecipientName, message.Recipient),
                ReplyTo = new(tenant.Name, tenant.SupportEmail),
                ReturnPath = email.Value.From,
                Subject = message.Subject,
                Text = message.FinishedText(tenant, tenancy.Value, tokens),
                Html = message.FinishedHtml(tenant, tenancy.Value, tokens),
                Language = message.Language,
                At = message.CreatedAt,
                Images = logo is null ? [] : [logo],
                Headers = Headers(message, domain),
            },
            ct);
    }

    /// <summary>The tenant's logo as the layout refers to it (cid:logo); null when it has none.</summary>
    public static async Task<InlineImage?> LogoAsync(Db db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var image = await db.FindAsync<Logo>("select media_type, content from brand_images where kind = 'logo'");
        return image is null ? null : new InlineImage("logo", image.MediaType, image.Content);
    }

    private static Dictionary<string, string> Headers(QueuedMessage message, string domain)
    {
        var headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated" };
        if (message.Thread is { } thread) headers["References"] = $"<{thread}@{domain}>";
        return headers;
    }

    private sealed record Logo(string MediaType, byte[] Content);
}
