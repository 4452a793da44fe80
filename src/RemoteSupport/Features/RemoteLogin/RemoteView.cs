using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>
/// The remote view: the organization's own portal under the path base <c>/support/{remoteLoginId}</c>, with a cookie of its own that counts only there
/// (RA-12). So several stand side by side, next to the partner's own session.
/// </summary>
internal sealed class RemoteView(RequestDelegate next)
{
    private const string Prefix = "/support";

    /// <summary>The address of a login's pages.</summary>
    public static string AddressOf(Guid id) => $"{Prefix}/{id:D}";

    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal, out var rest)) return next(context);
        var (segment, path) = Split(rest.Value ?? "");
        if (!Guid.TryParseExact(segment, "D", out var id)) return next(context);
        context.Request.PathBase += AddressOf(id);
        context.Request.Path = path;
        SessionMiddleware.EnterRemoteLogin(context, id);
        return next(context);
    }

    private static (string Segment, string Path) Split(string rest)
    {
        var end = rest.IndexOf('/', Math.Min(1, rest.Length));
        return end < 0 ? (rest.TrimStart('/'), "/") : (rest[1..end], rest[end..]);
    }
}

/// <summary>
/// Refuses what a remote login that is over asks of the API, and with which reason; and keeps out of the remote view what is not the organization's
/// portal: the API has no path base, and pages for people who are not signed in are the tenant's own.
/// </summary>
internal sealed class RemoteViewGate(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context, Caller caller)
    {
        if (context.IsApi() && caller.Ended is { EndReason: { } reason }) return Problems.WriteAsync(context, new RemoteLoginEnded(reason));
        if (SessionMiddleware.RemoteLoginOf(context) is null || !IsElsewhere(context)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsElsewhere(HttpContext context) =>
        context.IsApi() || (context.GetEndpoint()?.Metadata is { } about && about.GetMetadata<ForSignedOutAttribute>() is not null && about.GetMetadata<InRemoteViewAttribute>() is null);
}

/// <summary>A page for people who are not signed in (any more) that also stands in the remote view.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class InRemoteViewAttribute : Attribute;
