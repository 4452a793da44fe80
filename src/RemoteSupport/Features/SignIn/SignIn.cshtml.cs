using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RemoteSupport.Features.AccountLockout;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.SignIn;

/// <summary>The way in. Where the account is locked the page says so instead of asking again (AC-3).</summary>
[ForSignedOut, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class SignInPage(IMediator mediator, Caller caller) : PortalPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public SignIn Form { get; set; } = new();

    /// <summary>Where to go on to afterwards; only within this host.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>True when a page came here because its session had ended.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Ended { get; set; }

    /// <summary>Set when the account is locked.</summary>
    public AccountLocked? Locked => Refusal as AccountLocked;

    /// <summary>Shows the form; whoever is signed in already goes straight on.</summary>
    public IActionResult OnGet() => caller.Session is null ? Page() : GoOn();

    /// <summary>Signs in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await mediator.Send(Form);
        if (!outcome.Succeeded(out var signedIn, out var refusal)) return Refuse(refusal);
        HostCookie.Set(HttpContext, SessionMiddleware.Cookie, signedIn.Session.Token, signedIn.Session.EndsAt);
        return GoOn();
    }

    /// <summary>Ends this session.</summary>
    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await mediator.Send(new SignOut());
        HostCookie.Clear(HttpContext, SessionMiddleware.Cookie);
        return LocalRedirect("/sign-in");
    }

    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
