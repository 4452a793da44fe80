using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Invitations;

/// <summary>Why a guest is out: the call is open on another device, which can be taken back; or the invitation has ended, and how (IN-6).</summary>
[ForGuests(BeforeTerms = true), ForSignedOut, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class OverPage(IMediator mediator, Caller caller) : PortalPage
{
    /// <summary>The visit; null on a browser that was never let in.</summary>
    public GuestVisit? Visit { get; private set; }

    /// <summary>Shows it; whose pass can be used goes back in.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (caller.Pass is not null) return LocalRedirect(Request.PathBase + "/terms");
        Visit = (await mediator.Send(new ShowVisit())).Value;
        if (Visit?.EndReason == "done") return LocalRedirect(Request.PathBase + "/goodbye");
        Response.StatusCode = Visit is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return Page();
    }

    /// <summary>Goes on here: the other device is out.</summary>
    public async Task<IActionResult> OnPostContinueAsync()
    {
        if (caller.Pass is not null) return LocalRedirect(Request.PathBase + "/terms");
        return (await mediator.Send(new ContinueHere())).Succeeded(out var visit, out _) ? LocalRedirect(GuestView.LetIn(HttpContext, visit)) : LocalRedirect(Request.PathBase + "/over");
    }
}
