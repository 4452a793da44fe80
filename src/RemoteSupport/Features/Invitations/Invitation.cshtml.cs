using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.Invitations;

/// <summary>One invitation: how far it got, its link as a QR code for the inviter, and what can be done about it (IN-7).</summary>
public sealed class InvitationPage(IMediator mediator, IStringLocalizer localizer) : PortalPage
{
    /// <summary>From the address.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The invitation with its way.</summary>
    public WholeInvitation Whole { get; private set; } = null!;

    /// <summary>The link, for the inviter while it lets in.</summary>
    public InvitationLink? Link { get; private set; }

    /// <summary>The same as a picture.</summary>
    public string? QrCode => Link is null ? null : QrPicture.Of(Link.Address).DataUrl;

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync(null);

    /// <summary>Sends the link once more.</summary>
    public async Task<IActionResult> OnPostResendAsync() => await AnswerAsync(await mediator.Send(new ResendSupportInvitation(Id)), sent => localizer["The invitation to {0} is on its way.", sent.Address]);

    /// <summary>Takes it back.</summary>
    public async Task<IActionResult> OnPostCancelAsync() => await AnswerAsync(await mediator.Send(new CancelSupportInvitation(Id)), _ => localizer["The invitation is cancelled. Its link lets nobody in any more."]);

    private async Task<IActionResult> AnswerAsync(Outcome<SupportInvitation> outcome, Func<SupportInvitation, string> notice) =>
        outcome.Succeeded(out var invitation, out var refusal) ? Tell(notice(invitation), $"/support-invitations/{Id}") : await ShowAsync(refusal);

    private async Task<IActionResult> ShowAsync(Refusal? refusal)
    {
        // The page holds the link: nothing keeps it.
        Response.Headers.CacheControl = "no-store";
        if (!(await mediator.Send(new ShowSupportInvitation(Id))).Succeeded(out var whole, out var missing)) return Refuse(missing);
        Whole = whole;
        if (whole is { IsMine: true, Invitation.IsOver: false }) Link = (await mediator.Send(new ShowInvitationLink(Id))).Value;
        return refusal is null ? Page() : Refuse(refusal);
    }
}
