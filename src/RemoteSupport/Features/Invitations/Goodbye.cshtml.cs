using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Calls;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Invitations;

/// <summary>Good-bye: how likely the guest would recommend the support, asked once (CA-9); and the way back into a call that goes on without them.</summary>
[ForGuests(BeforeTerms = true), ForSignedOut, EnableRateLimiting(RateLimits.Anonymous)]
public sealed class GoodbyePage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>The guest's visit.</summary>
    public GuestVisit Visit { get; private set; } = null!;

    /// <summary>What can be answered.</summary>
    public CallRating Rating { get; private set; } = null!;

    /// <summary>The tenant's question.</summary>
    public string Question { get; private set; } = "";

    /// <summary>What is answered.</summary>
    public RateCall Form { get; private set; } = new();

    /// <summary>Whether the guest can go back in.</summary>
    public bool CanReturn => Visit is { EndReason: null, Link.IsOpen: true };

    /// <summary>Asks, or says thank you.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    /// <summary>Answers.</summary>
    public async Task<IActionResult> OnPostAsync([Bind("Score", "Comment", Prefix = nameof(Form))] RateCall form)
    {
        Form = form;
        return (await mediator.Send(form)).Refusal switch
        {
            null => Tell(localizer["Thank you for your answer."], "/goodbye"),
            NothingToRate => LocalRedirect(Request.PathBase + "/goodbye"),
            var refusal => await ShowAsync(refusal),
        };
    }

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        if ((await mediator.Send(new ShowVisit())).Value is not { EndReason: null or "done" } visit) return LocalRedirect(Request.PathBase + "/over");
        Visit = visit;
        Rating = (await mediator.Send(new FindRating())).Value ?? new CallRating(false, false, null);
        Question = (await mediator.Send(new ShowQuestion())).Value ?? "";
        return refusal is null ? Page() : Refuse(refusal);
    }
}
