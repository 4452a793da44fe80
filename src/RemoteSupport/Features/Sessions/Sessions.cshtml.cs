using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Sessions;

/// <summary>Where I am signed in, and the buttons that end it.</summary>
public sealed class SessionsPage(IMediator mediator, Caller caller, IStringLocalizer localizer) : PortalPage
{
    private const string Here = "/sessions";

    /// <summary>This device first, then the last used.</summary>
    public IReadOnlyList<ListedSession> Sessions { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ListSessions { Limit = 200 });
        if (!outcome.Succeeded(out var list, out var refusal)) return Refuse(refusal);
        Sessions = [.. list.Sessions.OrderByDescending(session => session.IsCurrent).ThenByDescending(session => session.LastSeenAt)];
        return Page();
    }

    /// <summary>Ends one; ending this one is signing out.</summary>
    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        var outcome = await mediator.Send(new EndSession(id));
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        if (id != caller.SignedIn.Id) return Tell(localizer["The session is ended."], Here);
        HostCookie.Clear(HttpContext, SessionMiddleware.Cookie);
        return LocalRedirect("/sign-in");
    }

    /// <summary>Ends all but this one.</summary>
    public async Task<IActionResult> OnPostEndOthersAsync()
    {
        var outcome = await mediator.Send(new EndOtherSessions());
        return outcome.Refusal is { } refusal ? Refuse(refusal) : Tell(localizer["You are signed out on all other devices."], Here);
    }
}
