using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Delivery.Log;

/// <summary>One message: every attempt, what the server said, and the button that sends it again (DL-4).</summary>
public sealed class MessagePage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The message.</summary>
    public WholeMessage Whole { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    /// <summary>Sends it again.</summary>
    public async Task<IActionResult> OnPostResendAsync()
    {
        var outcome = await mediator.Send(new ResendMessage(Id));
        return outcome.Refusal is { } refusal ? await ShowAsync(refusal) : Tell(localizer["The message is on its way again."], $"{DeliveryLogPage.Here}/{Id}");
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        var found = await mediator.Send(new ShowMessage(Id));
        if (!found.Succeeded(out var whole, out var missing)) return Refuse(missing);
        Whole = whole;
        return refusal is null ? Page() : Refuse(refusal);
    }
}
