using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// One line a request: method, the route's pattern (never the path, which may hold a token; never the query), status and time (OP-1). The trace
/// id comes with the log's scope.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, TimeProvider clock, ILogger<RequestLog> log)
{
    /// <summary>The middleware's work.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var began = clock.GetTimestamp();
        var route = "";
        try
        {
            await next(context);
            route = RouteOf(context);
        }
        finally
        {
            Requested(log, MethodOf(context.Request), route.Length > 0 ? route : RouteOf(context), context.Response.StatusCode, clock.GetElapsedTime(began).TotalMilliseconds);
        }
    }

    /// <summary>The pattern that the request matched, such as "/reset-password/{token}"; "-" when none did.</summary>
    public static string RouteOf(HttpContext context) =>
        (context?.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";

    /// <summary>Known methods only: an unknown one is whatever the caller wrote.</summary>
    private static string MethodOf(HttpRequest request) =>
        Known.Contains(request.Method) ? request.Method : "-";

    private static readonly HashSet<string> Known =
        [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Head, HttpMethods.Options, HttpMethods.Connect, HttpMethods.Trace];

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Route} {Status} {Milliseconds:0.0}")]
    private static partial void Requested(ILogger logger, string method, string route, int status, double milliseconds);
}
