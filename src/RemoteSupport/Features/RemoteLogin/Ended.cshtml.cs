using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>Says that a remote login is over, why, and what can be done (RA-8); also takes the banner's Leave.</summary>
[ForSignedOut, InRemoteView]
public sealed class EndedPage(IMediator mediator, Caller caller) : PortalPage
{
    private const string Search = "/support-hub";

    /// <summary>Null when this browser holds no token of the login.</summary>
    public EndedLogin? Login { get; private set; }

    /// <summary>Shows it; a login that runs goes on, and one that was left returns to the search.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (SessionMiddleware.RemoteLoginOf(HttpContext) is null) return LocalRedirect(Search);
        if (caller.Session is not null) return LocalRedirect(Request.PathBase + "/");
        Login = (await mediator.Send(new ShowEndedLogin())).Value;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    /// <summary>Leaves, and returns to the search.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (SessionMiddleware.RemoteLoginOf(HttpContext) is not { } id) return LocalRedirect(Search);
        if (caller.Session is not null) await mediator.Send(new LeaveRemoteLogin(id));
        HostCookie.Clear(HttpContext, SessionMiddleware.CookieOf(id));
        return LocalRedirect(Search);
    }
}
