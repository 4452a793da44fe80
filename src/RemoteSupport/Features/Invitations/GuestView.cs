using Microsoft.AspNetCore.Mvc.RazorPages;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Invitations;

/// <summary>
/// A guest's pages: under the path base <c>/guest/{passId}</c>, with a cookie of their own that counts only there. So no secret stands in their address, and
/// somebody who is signed in on the same browser is a guest there all the same.
/// </summary>
internal sealed class GuestView(RequestDelegate next)
{
    private const string Prefix = "/guest";

    /// <summary>A running call outlives the link; and by its cookie a device is told why it is out.</summary>
    private static readonly TimeSpan CookieOutlives = TimeSpan.FromDays(2);

    /// <summary>The address of a pass's pages.</summary>
    public static string AddressOf(Guid passId) => $"{Prefix}/{passId:D}";

    /// <summary>Gives a device its pass; answers where it goes on.</summary>
    public static string LetIn(HttpContext context, StartedVisit visit)
    {
        HostCookie.Set(context, SessionMiddleware.GuestCookieOf(visit.Pass.Id), visit.Pass.Token, visit.Pass.EndsAt + CookieOutlives);
        return AddressOf(visit.Pass.Id) + (visit.HasAccepted ? "/call" : "/terms");
    }

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var rest)) return next(context);
        var parts = (rest.Value ?? "").Split('/', 3);
        if (parts.Length < 2 || !Guid.TryParseExact(parts[1], "D", out var passId)) return next(context);
        context.Request.PathBase += AddressOf(passId);
        context.Request.Path = "/" + (parts.Length > 2 ? parts[2] : "");
        SessionMiddleware.EnterGuest(context, passId);
        return next(context);
    }
}

/// <summary>
/// Under a guest's address stands what is meant for guests, and nothing else; and a guest's own pages stand nowhere else. Whoever has not accepted the
/// privacy terms gets to them, and to nothing behind them (IN-4, CA-1).
/// </summary>
internal sealed class GuestGate(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, Caller caller)
    {
        var (about, isThere) = (context.GetEndpoint()?.Metadata, SessionMiddleware.GuestOf(context) is not null);
        var meant = about?.GetMetadata<ForGuestsAttribute>();
        if (!(isThere ? meant is not null || context.Request.Path.StartsWithSegments(LiveHub.Path) : meant is null or { AndUsers: true })) context.Response.StatusCode = StatusCodes.Status404NotFound;
        else if (caller.Pass is not { } pass || meant is null or { BeforeTerms: true } || await HasAcceptedAsync(context, pass)) await next(context);
        else if (HttpMethods.IsGet(context.Request.Method) && about?.GetMetadata<PageActionDescriptor>() is not null) context.Response.Redirect(context.Request.PathBase + "/terms");
        else await Problems.WriteAsync(context, new TermsNotAccepted());
    }

    private static async Task<bool> HasAcceptedAsync(HttpContext context, Pass pass) =>
        await context.RequestServices.GetRequiredService<InvitationLinks>().FindAsync(pass.SubjectId, context.RequestAborted) is { HasAccepted: true };
}
