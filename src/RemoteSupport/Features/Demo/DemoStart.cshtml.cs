using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Demo;

/// <summary>
/// Where the demo's portals are and who can sign in to them: the only page with more than one brand. It stands on the base domain itself, which
/// is no tenant's, and only in development; elsewhere that is an unknown host like any other.
/// </summary>
[ForSignedOut, ExcludeFromMultiTenantResolution]
public sealed class DemoStartPage : PortalPage
{
    internal IReadOnlyList<DemoPortal> Portals { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Portals = await HttpContext.RequestServices.GetRequiredService<DemoPortals>().ListAsync(ct);
        return Portals.Count == 0 ? NotFound() : Page();
    }
}
