using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.LocalOutbox;

/// <summary>What would have been sent, for developers: the list, and the message that was chosen.</summary>
[ForSignedOut, ExcludeFromMultiTenantResolution, ContentPolicy(Also = "frame-src 'self'")]
public sealed class OutboxPage(IServiceProvider services, IHostEnvironment environment, MultiTenantContextAccessor tenancy) : PortalPage
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    /// <summary>The one being read; null when none is.</summary>
    public OutboxMessage? Reading { get; private set; }

    /// <summary>On the base domain: several tenants' messages stand beside each other.</summary>
    public bool IsOfAll { get; private set; }

    /// <summary>The filter by recipient.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>The message to read.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Message { get; set; }

    /// <summary>Shows the list, and the message.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!environment.IsDevelopment()) return NotFound();
        var reader = services.GetRequiredService<OutboxReader>();
        if (await reader.TenantsAsync(HttpContext) is not { } tenants) return NotFound();
        if (services.GetRequiredService<HostStrategy>().GetIdentifier(HttpContext) is null) IsOfAll = true;
        else tenancy.Enter(tenants[0]);
        Messages = await reader.ListAsync(tenants, new ListOutbox { To = To });
        if (Message is { } id) Reading = await reader.FindAsync(tenants, id);
        return Message is not null && Reading is null ? NotFound() : Page();
    }

    /// <summary>The address of a message, or of the list, under the same filter.</summary>
    public string LinkTo(Guid? message) => "/dev/outbox" + QueryString.Create(
        new Dictionary<string, string?> { ["to"] = To, ["message"] = message?.ToString() }.Where(pair => !string.IsNullOrEmpty(pair.Value)));
}
