using Microsoft.AspNetCore.Mvc.Filters;
using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Shared;

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

/// <summary>A page or endpoint of a guest.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForGuestsAttribute : Attribute
{
    /// <summary>It also stands in the portal, for users: both sides of a call use it.</summary>
    public bool AndUsers { get; init; }

    /// <summary>It is there for whoever has not accepted the privacy terms, too.</summary>
    public bool BeforeTerms { get; init; }
}
