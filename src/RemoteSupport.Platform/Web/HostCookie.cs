using Microsoft.AspNetCore.Http;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// Our cookies: bound to the one host (__Host-, RFC 6265bis), Secure also on http://*.localhost (which browsers accept), out of scripts' reach.
/// </summary>
public sealed class HostCookie : CookieBuilder
{
    /// <summary>A cookie that the frameworks write for us.</summary>
    public HostCookie(string name)
    {
        Name = "__Host-" + name;
        Path = "/";
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        IsEssential = true;
        // "Always" would make antiforgery refuse plain http, which development uses; Build says Secure anyway.
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <inheritdoc />
    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var options = base.Build(context, expiresFrom);
        options.Secure = true;
        return options;
    }

    /// <summary>Writes one of our own; without an end it lasts as long as the browser.</summary>
    public static void Set(HttpContext context, string name, string value, DateTimeOffset? until = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Append("__Host-" + name, value, Options(until));
    }

    /// <summary>Reads one of our own; null when the browser did not send it.</summary>
    public static string? Get(HttpContext context, string name)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Cookies["__Host-" + name];
    }

    /// <summary>Makes the browser forget one.</summary>
    public static void Clear(HttpContext context, string name)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Response.Cookies.Delete("__Host-" + name, Options(null));
    }

    private static CookieOptions Options(DateTimeOffset? until) =>
        new() { Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Expires = until };
}
