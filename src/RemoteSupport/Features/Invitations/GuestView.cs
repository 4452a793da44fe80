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

    /// <summary>The address of a pass's pages.</summary>
    public static string AddressOf(Guid passId) => $"{Prefix}/{passId:D}";

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

/// <summary>Under a guest's address stands what is meant for guests, and nothing else; and a guest's own pages stand nowhere else.</summary>
internal sealed class GuestGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var meant = context.GetEndpoint()?.Metadata.GetMetadata<ForGuestsAttribute>();
        var isThere = SessionMiddleware.GuestOf(context) is not null;
        if (isThere ? meant is not null || context.Request.Path.StartsWithSegments(LiveHub.Path) : meant is null or { AndUsers: true }) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>A page or endpoint of a guest.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ForGuestsAttribute : Attribute
{
    /// <summary>It also stands in the portal, for users: both sides of a call use it.</summary>
    public bool AndUsers { get; init; }
}
