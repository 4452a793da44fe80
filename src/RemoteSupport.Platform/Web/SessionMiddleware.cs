using Microsoft.AspNetCore.Http;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// Finds out who calls, by one read (AC-9): the portal by its cookie, the API by its bearer token (RFC 6750), never one by the other's.
/// </summary>
public sealed class SessionMiddleware(RequestDelegate next)
{
    /// <summary>The portal's session cookie, without its prefix.</summary>
    public const string Cookie = "session";

    private const string Bearer = "Bearer ";
    private const int LongestDevice = 500;

    /// <summary>The middleware's work.</summary>
    public async Task InvokeAsync(HttpContext context, Caller caller, SessionStore sessions)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(sessions);
        caller.Address = (context.Connection.RemoteIpAddress ?? caller.Address) is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress ?? caller.Address;
        caller.Device = WithoutControls(context.Request.Headers.UserAgent.ToString());
        if (TokenOf(context) is { } token) caller.Session = await sessions.FindAsync(token, isUse: !context.Request.Path.StartsWithSegments(LiveHub.Path, StringComparison.OrdinalIgnoreCase), context.RequestAborted);
        await next(context);
    }

    /// <summary>The token that the request carries, as the door it came through wants it; null without one.</summary>
    public static string? TokenOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsApi()) return HostCookie.Get(context, Cookie);
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    private static string WithoutControls(string device) => device.Length <= LongestDevice && !device.Any(char.IsControl)
        ? device
        : new([.. device.Where(c => !char.IsControl(c)).Take(LongestDevice)]);
}
