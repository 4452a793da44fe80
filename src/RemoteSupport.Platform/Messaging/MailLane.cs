using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Messaging;

/// <summary>E-mail's way out of the current tenant: by its own server, else by the platform's.</summary>
public sealed class MailLane(DeliveryRoutes routes, OutboxLease lease, MailSender sender, MultiTenantContextAccessor tenancy) : IDeliveryLane
{
    private MailRoute? route;
    private (InlineImage? Image, bool IsRead) logo;

    /// <inheritdoc />
    public string Channel => Channels.Email;

    /// <inheritdoc />
    public string NoServer => MailReasons.NoServer;

    /// <inheritdoc />
    public bool WaitsForServer => true;

    /// <inheritdoc />
    public async Task<object?> FindServerAsync() => (route = await routes.FindMailAsync())?.Server;

    /// <inheritdoc />
    public async Task<MailReceipt> SendAsync(QueuedMessage message, CancellationToken ct)
    {
        if (!logo.IsRead) logo = (await lease.LogoAsync(), true);
        return await sender.SendAsync(route!, message, tenancy.Tenant, logo.Image, ct);
    }
}
