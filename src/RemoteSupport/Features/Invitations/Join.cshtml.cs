using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Invitations;

/// <summary>Where a guest's link leads: who invites, what will happen, Start (IN-4). Opening the page changes nothing; its buttons do (AC-11).</summary>
[ForSignedOut, HoldsSecret, ByGuestLink, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class JoinPage(IMediator mediator) : PortalPage
{
    /// <summary>The link's secret, from the address.</summary>
    [FromRoute]
    public string? Token { get; set; }

    /// <summary>The invitation; null for a link that we do not know.</summary>
    public LinkView? Link { get; private set; }

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The page was in sight for two seconds: a script says so, a scanner never does (IN-7).</summary>
    public async Task<IActionResult> OnPostOpenedAsync()
    {
        await mediator.Send(new MarkLinkOpened(Token));
        return StatusCode(StatusCodes.Status204NoContent);
    }

    /// <summary>Start: this device is let in.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        (await mediator.Send(new StartAsGuest(Token))).Succeeded(out var visit, out _) ? LocalRedirect(GuestView.LetIn(HttpContext, visit)) : await ShowAsync();

    private async Task<IActionResult> ShowAsync()
    {
        Link = (await mediator.Send(new LookAtLink(Token))).Value;
        Response.StatusCode = Link switch { null => StatusCodes.Status404NotFound, { IsOpen: false } => StatusCodes.Status410Gone, _ => StatusCodes.Status200OK };
        return Page();
    }
}
