using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Activation;

/// <summary>Where an invited person sets the first password. Opening it changes nothing (AC-11); a dead link can send a new one.</summary>
[ForSignedOut, HoldsSecret, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class WelcomePage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>The link's secret, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>Where the person was on the way to (such as a request to decide on), on this host.</summary>
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ActivateAccount Form { get; set; } = new();

    /// <summary>The same again, against slips of the finger.</summary>
    [BindProperty]
    public string? Repeated { get; set; }

    /// <summary>Whose account it is, and whether the link can still be used.</summary>
    public InvitedAccount? Account { get; private set; }

    /// <summary>Shows the form, or why there is none.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await ShowAccountAsync();
        return Account?.Obstacle is { } obstacle ? Refuse(obstacle) : Page();
    }

    /// <summary>Sets the first password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = Form.Password == Repeated
            ? await mediator.Send(Form with { Token = Token })
            : ValidationFailed.At("repeated", localizer["The two passwords are not the same."]);
        if (outcome.Refusal is not { } refusal) return Tell(localizer["Your account is active. Please sign in with your new password."], SignInAddress);
        await ShowAccountAsync();
        return Refuse(Account?.Obstacle ?? refusal);
    }

    /// <summary>Sends a new link to the account's address.</summary>
    public async Task<IActionResult> OnPostRenewAsync()
    {
        var outcome = await mediator.Send(new RenewActivation { Token = Token });
        if (outcome.Refusal is not { } refusal) return Tell(localizer["A new link is on its way to your mailbox."], "/sign-in");
        await ShowAccountAsync();
        return Refuse(Account?.Obstacle ?? refusal);
    }

    private string SignInAddress => Url.IsLocalUrl(ReturnUrl) ? "/sign-in?returnUrl=" + Uri.EscapeDataString(ReturnUrl!) : "/sign-in";

    private async Task ShowAccountAsync() => Account = (await mediator.Send(new FindInvitedAccount { Token = Token })).Value;
}
