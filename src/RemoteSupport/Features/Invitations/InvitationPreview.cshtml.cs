using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Messaging;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Invitations;

/// <summary>What the frame beside the form shows: the e-mail as it would arrive. Nothing in it can run or load, and its links lead nowhere.</summary>
[Requires(Permission.Invitations), ContentPolicy(Instead = Policy)]
public sealed class InvitationPreviewPage(IMediator mediator, OutboxLease outbox) : PortalPage
{
    private const string Policy = "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string? channel, string? language)
    {
        if (!(await mediator.Send(new PreviewInvitation { Channel = channel, Language = language })).Succeeded(out var preview, out var refusal)) return Refuse(refusal);
        Response.Headers.CacheControl = "no-store";
        return preview.Html is { } html
            ? Content(InlinePictures.Inline(html, await outbox.LogoAsync(), preview.Address), "text/html; charset=utf-8")
            : Content(preview.Text, "text/plain; charset=utf-8");
    }
}
