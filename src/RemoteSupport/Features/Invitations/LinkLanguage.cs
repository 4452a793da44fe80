using RemoteSupport.Platform.Identity;

namespace RemoteSupport.Features.Invitations;

/// <summary>
/// Whoever opens a guest's link is spoken to in the invitation's language, also where something goes wrong (IN-2), and is nobody else there: an inviter who
/// tries the link in their own browser sees what the guest sees.
/// </summary>
internal sealed class LinkLanguage(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Caller caller)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ByGuestLinkAttribute>() is not null)
        {
            caller.Session = null;
            caller.LinkLanguage = (await context.RequestServices.GetRequiredService<InvitationLinks>().FindAsync(context.Request.RouteValues["token"] as string, context.RequestAborted))?.Language;
        }

        await next(context);
    }
}

/// <summary>A page whose address holds a guest's link.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ByGuestLinkAttribute : Attribute;
