using MediatR;
using Microsoft.AspNetCore.Mvc;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>An attachment's content, behind sign-in: pictures to look at, all else to be saved; nothing in it can run.</summary>
[ContentPolicy(Instead = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'")]
public sealed class AttachmentPage(IMediator mediator) : PortalPage
{
    /// <summary>Sends it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId)
    {
        var outcome = await mediator.Send(new OpenAttachment(id, fileId), HttpContext.RequestAborted);
        if (!outcome.Succeeded(out var opened, out var refusal)) return Refuse(refusal);
        Response.Headers.CacheControl = "private, no-store";
        var file = opened.File;
        return FileContent.IsImage(file.MediaType) ? File(opened.Content, file.MediaType) : File(opened.Content, file.MediaType, file.Name);
    }
}
