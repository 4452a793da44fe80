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

    /// <summary>What an open page sends when it renews a part by itself: nobody has used it.</summary>
    private const string Renewal = "X-Renew";

    private const string Bearer = "Bearer ";
    private const int LongestDevice = 500;
    private static readonly object RemoteLogin = new();
    private static readonly object Guest = new();

    /// <summary>The middleware's work.</summary>
    public async Task InvokeAsync(HttpContext context, Caller caller, SessionStore sessions, PassStore passes)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(sessions);
        ArgumentNullException.ThrowIfNull(passes);
        caller.Address = (context.Connection.RemoteIpAddress ?? caller.Address) is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : context.Connection.RemoteIpAddress ?? caller.Address;
        caller.Device = WithoutControls(context.Request.Headers.UserAgent.ToString());
        if (GuestOf(context) is { } passId) await AdmitAsync(context, passId, caller, passes);
        else await SignInAsync(context, caller, sessions);
        await next(context);
    }

    private static async Task SignInAsync(HttpContext context, Caller caller, SessionStore sessions)
    {
        var isUse = !context.Request.Path.StartsWithSegments(LiveHub.Path, StringComparison.OrdinalIgnoreCase) && !context.Request.Headers.ContainsKey(Renewal);
        if (TokenOf(context) is { } token && await sessions.FindAsync(token, isUse, context.RequestAborted) is { } found && FitsDoor(context, found.Session))
        {
            if (found.EndReason is null) (caller.Session, caller.Snapshot) = (found.Session, found.Snapshot);
            else caller.Ended = found;
        }
    }

    /// <summary>On a guest's pages nobody is signed in, whatever cookies the browser has.</summary>
    private static async Task AdmitAsync(HttpContext context, Guid passId, Caller caller, PassStore passes)
    {
        if (await passes.FindAsync(passId, HostCookie.Get(context, GuestCookieOf(passId)), context.RequestAborted) is not { } found) return;
        if (found.EndReason is null) caller.Pass = found.Pass;
        else caller.EndedPass = found;
    }

    /// <summary>The pages of this request are a guest's: only that pass's own cookie counts.</summary>
    public static void EnterGuest(HttpContext context, Guid passId)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[Guest] = passId;
    }

    /// <summary>The name of a pass's cookie, without its prefix.</summary>
    public static string GuestCookieOf(Guid passId) => $"guest-{passId:N}";

    /// <summary>The pass whose pages the request asks for; null elsewhere.</summary>
    public static Guid? GuestOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[Guest] as Guid?;
    }

    /// <summary>The pages of this request are a remote login's: its own cookie counts, the portal's does not (design: the remote view).</summary>
    public static void EnterRemoteLogin(HttpContext context, Guid id)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Items[RemoteLogin] = id;
    }

    /// <summary>The name of a remote login's cookie, without its prefix.</summary>
    public static string CookieOf(Guid remoteLoginId) => $"support-{remoteLoginId:N}";

    /// <summary>The remote login whose pages the request asks for; null in the portal and the API.</summary>
    public static Guid? RemoteLoginOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Items[RemoteLogin] as Guid?;
    }

    /// <summary>The token that the request carries, as the door it came through wants it; null without one.</summary>
    public static string? TokenOf(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!context.IsApi()) return HostCookie.Get(context, RemoteLoginOf(context) is { } id ? CookieOf(id) : Cookie);
        var header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;
    }

    // A token in another's cookie opens nothing: whoever acts does so under the banner, and at the address of that login.
    private static bool FitsDoor(HttpContext context, Session session)
    {
        if (context.IsApi()) return true;
        return RemoteLoginOf(context) is { } id ? session.Acting is not null && session.Id == id : session.Acting is null;
    }

    private static string WithoutControls(string device) => device.Length <= LongestDevice && !device.Any(char.IsControl)
        ? device
        : new([.. device.Where(c => !char.IsControl(c)).Take(LongestDevice)]);
}
