using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Where the link from the mailbox leads. Opening it changes nothing (AC-11); a dead link is explained, with the way to a new one.</summary>
[ForSignedOut, HoldsSecret, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class NewPasswordPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>The link's secret, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public ResetPassword Form { get; set; } = new();

    /// <summary>The same again, against slips of the finger.</summary>
    [BindProperty]
    public string? Repeated { get; set; }

    /// <summary>Whose password it is; null when the link is dead.</summary>
    public ResetLinkHolder? Holder { get; private set; }

    /// <summary>Shows the form, or why there is none.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var found = await mediator.Send(new FindResetLink { Token = Token });
        Holder = found.Value;
        return found.Refusal is { } refusal ? Refuse(refusal) : Page();
    }

    /// <summary>Sets the password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = Form.NewPassword == Repeated
            ? await mediator.Send(Form with { Token = Token })
            : ValidationFailed.At("repeated", localizer["The two passwords are not the same."]);
        if (outcome.Refusal is not { } refusal) return Tell(localizer["Your new password is saved. Please sign in with it."], "/sign-in");
        if (refusal is ValidationFailed) Holder = (await mediator.Send(new FindResetLink { Token = Token })).Value;
        return Refuse(refusal);
    }
}
