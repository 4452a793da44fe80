using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Calls;

/// <summary>The inviter's side of a call (CA-1). All that moves in it is TypeScript's; without it the page says so.</summary>
[Requires(Permission.Invitations), UsesMedia]
public sealed class RoomPage(IMediator mediator) : PortalPage
{
    /// <summary>The call.</summary>
    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>The room as it stands.</summary>
    public RoomState Room { get; private set; } = null!;

    /// <summary>Shows it; a call that is over is in the history.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        var outcome = await mediator.Send(new ShowRoom(Id));
        if (!outcome.Succeeded(out var room, out var refusal)) return Refuse(refusal);
        if (room.State is "done" or "missed") return Redirect($"/calls/{Id}");
        Room = room;
        return Page();
    }
}
