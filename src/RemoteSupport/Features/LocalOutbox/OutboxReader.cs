using MediatR;
using Microsoft.Extensions.Options;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Messaging.Smtp;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.LocalOutbox;

/// <summary>Reads the outbox of the tenant that the host names, on the base domain of every active one, each inside its own fence.</summary>
internal sealed class OutboxReader(HostStrategy strategy, TenantStore store, TenantWork work, IOptions<TenancyOptions> options)
{
    /// <summary>Null when the host names no tenant and is not the base domain.</summary>
    public async Task<IReadOnlyList<TenantInfo>?> TenantsAsync(HttpContext context)
    {
        if (strategy.GetIdentifier(context) is { } identifier)
            return await store.GetByIdentifierAsync(identifier, context.RequestAborted) is { IsSuspended: false } tenant ? [tenant] : null;
        if (!string.Equals(context.Request.Host.Host, options.Value.BaseDomain, StringComparison.OrdinalIgnoreCase)) return null;
        var tenants = new List<TenantInfo>();
        foreach (var id in await store.ListActiveAsync(context.RequestAborted))
            if (await store.GetAsync(id, context.RequestAborted) is { } tenant) tenants.Add(tenant);
        return tenants;
    }

    /// <summary>Newest first, over all these tenants.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> ListAsync(IReadOnlyList<TenantInfo> tenants, ListOutbox query)
    {
        var all = new List<OutboxMessage>();
        foreach (var tenant in tenants)
            await work.RunAsync(tenant, async scope =>
            {
                var list = await scope.GetRequiredService<IMediator>().Send(query);
                all.AddRange(list.Value ?? []);
            });
        return [.. all.OrderByDescending(message => message.At).ThenByDescending(message => message.Id).Take(query.Limit)];
    }

    /// <summary>One message, wherever among these tenants it is; null when it is gone or never was.</summary>
    public async Task<OutboxMessage?> FindAsync(IReadOnlyList<TenantInfo> tenants, Guid id) =>
        await ListAsync(tenants, new ListOutbox { Id = id }) is [var found, ..] ? found : null;

    /// <summary>The HTML as a document that shows itself: logo and QR code as data, links into a new tab.</summary>
    public async Task<string> DocumentAsync(OutboxMessage message)
    {
        InlineImage? logo = null;
        await work.RunAsync(message.Tenant, async scope => logo = await scope.GetRequiredService<OutboxLease>().LogoAsync());
        var text = message.Html ?? "";
        var html = InlinePictures.Inline(text, logo, message.Address);
        return html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.OrdinalIgnoreCase);
    }
}
