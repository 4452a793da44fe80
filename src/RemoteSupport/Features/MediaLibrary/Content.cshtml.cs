using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>An item's content, or the small picture of it.</summary>
[ContentPolicy(Instead = FileAnswer.Policy)]
public sealed class ContentPage(IMediator mediator) : PortalPage
{
    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, string part, bool save)
    {
        if (part is not ("content" or "thumbnail")) return NotFound();
        var outcome = await mediator.Send(new OpenMedia(id, part == "thumbnail"), HttpContext.RequestAborted);
        if (!outcome.Succeeded(out var opened, out var refusal)) return Refuse(refusal);
        return FileAnswer.Page(Response, opened.Name, (opened.MediaType, opened.FileId, opened.Content), save);
    }
}
