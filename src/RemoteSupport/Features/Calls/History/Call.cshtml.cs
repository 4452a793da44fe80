using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.History;

/// <summary>One call: while it rings, to be answered; afterwards, all that is known of it (IS-1).</summary>
public sealed class CallPage(IMediator mediator) : PortalPage
{
    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The call with all that is known of it.</summary>
    public WholeCall Whole { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    /// <summary>Picks up, and goes into the room.</summary>
    public async Task<IActionResult> OnPostAnswerAsync()
    {
        var outcome = await mediator.Send(new AnswerCall(Id));
        return outcome.Refusal is { } refusal ? await ShowAsync(refusal) : LocalRedirect($"{Request.PathBase}/calls/{Id}/room");
    }

    /// <summary>Not now: it rings on, but not aloud.</summary>
    public async Task<IActionResult> OnPostQuietAsync() => await ShowAsync((await mediator.Send(new QuietCall(Id))).Refusal);

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        if (refusal is { Status: 403 or 404 }) return Refuse(refusal);
        var found = await mediator.Send(new ShowCall(Id));
        if (!found.Succeeded(out var whole, out var missing)) return Refuse(missing);
        Whole = whole;
        return refusal is null ? Page() : Refuse(refusal);
    }
}
