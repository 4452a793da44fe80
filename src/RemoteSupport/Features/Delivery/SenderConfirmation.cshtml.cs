using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Delivery;

/// <summary>Where the holder of an address allows the tenant to send from it (DL-6). Opening it changes nothing (AC-11).</summary>
[ForSignedOut, HoldsSecret, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class SenderConfirmationPage(IMediator mediator) : PortalPage
{
    /// <summary>The link's secret, from the address.</summary>
    [FromRoute]
    public string? Token { get; set; }

    /// <summary>The address; null when the link is dead.</summary>
    public string? Sender { get; private set; }

    /// <summary>Whether it has just been confirmed.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var found = await mediator.Send(new FindSenderLink { Token = Token });
        Sender = found.Value?.Sender;
        return found.Refusal is { } refusal ? Refuse(refusal) : Page();
    }

    /// <summary>Confirms.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var confirmed = await mediator.Send(new ConfirmSender { Token = Token });
        (Sender, IsDone) = (confirmed.Value?.Sender, confirmed.Value is not null);
        return confirmed.Refusal is { } refusal ? Refuse(refusal) : Page();
    }
}
