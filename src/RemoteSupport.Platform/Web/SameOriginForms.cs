using Microsoft.AspNetCore.Http;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// Refuses what another site posts, and sockets that it opens: siblings on the same domain included, for which SameSite cookies are no hindrance
/// (TN-1). Browsers say where a request comes from in Sec-Fetch-Site, older ones in Origin; a program that says neither still needs the
/// antiforgery token.
/// </summary>
public sealed class SameOriginForms(RequestDelegate next)
{
    /// <summary>The middleware's work.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var asks = IsSafe(context.Request.Method) && !context.WebSockets.IsWebSocketRequest;
        if (asks || context.IsApi() || IsOurs(context.Request)) return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
