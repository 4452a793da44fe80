using Microsoft.AspNetCore.Mvc.Filters;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Invitations;

/// <summary>A page for whoever came by an invitation. Whose pass is over is told why, on a page of its own.</summary>
[ForGuests]
public abstract class GuestPage : PortalPage
{
    /// <summary>The guest's pass.</summary>
    protected Pass Pass => HttpContext.RequestServices.GetRequiredService<Caller>().Pass ?? throw new InvalidOperationException("This page is shown with a pass only.");

    /// <inheritdoc />
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (HttpContext.RequestServices.GetRequiredService<Caller>().Pass is null) context.Result = LocalRedirect(Request.PathBase + "/over");
    }
}
