using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Invitations;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Calls;

/// <summary>The guest's side of a call: it rings as soon as the page is there, while camera and microphone are asked for and checked.</summary>
[UsesMedia]
public sealed class GuestCallPage(IMediator mediator) : GuestPage
{
    /// <summary>Who invited.</summary>
    public string HostName { get; private set; } = "";

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ShowVisit());
        if (!outcome.Succeeded(out var visit, out var refusal)) return Refuse(refusal);
        HostName = visit.Link.Inviter;
        return Page();
    }
}
