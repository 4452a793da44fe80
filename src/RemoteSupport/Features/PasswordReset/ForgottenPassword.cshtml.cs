using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.PasswordReset;

/// <summary>Asks for the link; afterwards it says that one is on its way, whether there is such an account or not (AC-6).</summary>
[ForSignedOut, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class ForgottenPasswordPage(IMediator mediator) : PortalPage
{
    /// <summary>What is typed.</summary>
    [BindProperty]
    public AskForPasswordReset Form { get; set; } = new();

    /// <summary>The address that was asked for just now; null while nobody has asked.</summary>
    [TempData]
    public string? AskedFor { get; set; }

    /// <summary>Shows the form, or that the mail is on its way.</summary>
    public void OnGet()
    {
    }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await mediator.Send(Form);
        if (outcome.Refusal is { } refusal) return Refuse(refusal);
        AskedFor = Form.Email!.Trim();
        return LocalRedirect("/reset-password");
    }
}
