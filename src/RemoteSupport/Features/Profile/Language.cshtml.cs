using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Profile;

/// <summary>Takes the language that somebody chooses before they sign in (AC-12): kept by the browser, nowhere else.</summary>
[ForSignedOut]
public sealed class LanguagePage(MultiTenantContextAccessor tenancy, TimeProvider clock) : PortalPage
{
    /// <summary>There is nothing to see here.</summary>
    public IActionResult OnGet() => NotFound();

    /// <summary>Keeps the choice and goes back.</summary>
    public IActionResult OnPost(string? language, string? returnUrl)
    {
        if (language is not null && tenancy.Tenant.Languages.Contains(language))
            HostCookie.Set(HttpContext, LanguageMiddleware.Cookie, language, clock.GetUtcNow().AddYears(1));
        return LocalRedirect(Url.IsLocalUrl(returnUrl) ? returnUrl : "/");
    }
}
