using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Invitations;

/// <summary>The privacy terms, before the first call of a person and before each new version of them (IN-4).</summary>
[ForGuests(BeforeTerms = true)]
public sealed class TermsPage(IMediator mediator) : GuestPage
{
    /// <summary>What is to be accepted.</summary>
    public Terms Terms { get; private set; } = null!;

    /// <summary>Shows them; whoever has accepted goes on.</summary>
    public async Task<IActionResult> OnGetAsync() => await ShowAsync(null) is { } page && !Terms.HasAccepted ? page : Next("/call");

    /// <summary>Accepts what was read.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(string? version) => await AnswerAsync(await mediator.Send(new AcceptTerms(version)), "/call");

    /// <summary>Does not.</summary>
    public async Task<IActionResult> OnPostDeclineAsync() => await AnswerAsync(await mediator.Send(new DeclineTerms()), "/over");

    private async Task<IActionResult> AnswerAsync(Outcome<Done> outcome, string next) => outcome.Refusal switch
    {
        null => Next(next),
        TermsChanged changed => await ShowAsync(changed),
        _ => Next("/over"),
    };

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        if (!(await mediator.Send(new ShowTerms())).Succeeded(out var terms, out var missing)) return Refuse(missing);
        Terms = terms;
        return refusal is null ? Page() : Refuse(refusal);
    }

    private LocalRedirectResult Next(string page) => LocalRedirect(Request.PathBase + page);
}
