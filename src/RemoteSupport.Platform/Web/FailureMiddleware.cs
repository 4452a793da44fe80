using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// Stands before everything: what throws, and what ends with a bare status, is answered here, once. The error page is an ordinary page, run in a
/// pipeline of its own that asks nothing of the database.
/// </summary>
public sealed class FailureMiddleware(RequestDelegate next, RequestDelegate errorPage, ILogger<FailureMiddleware> log)
{
    /// <summary>The error page's path; asked for directly it is a 404 like any other unknown one.</summary>
    public const string ErrorPage = "/error";

    /// <summary>The middleware's work.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await next(context);
            if (IsUnanswered(context.Response)) await Failures.AnswerAsync(context, Failures.Of(context), RunErrorPageAsync);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            if (Failures.IsBug(exception)) log.LogError(exception, "Unhandled exception in {Route}.", RequestLog.RouteOf(context));
            else log.LogWarning("{Route} could not be answered: {Kind}.", RequestLog.RouteOf(context), exception.GetType().Name);
            context.Response.Clear();
            await Failures.AnswerAsync(context, Failures.Of(exception), RunErrorPageAsync);
        }
    }

    private static bool IsUnanswered(HttpResponse response) =>
        response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null };

    private async Task RunErrorPageAsync(HttpContext context)
    {
        var (path, endpoint) = (context.Request.Path, context.GetEndpoint());
        context.SetEndpoint(null);
        context.Features.Get<IRouteValuesFeature>()?.RouteValues.Clear();
        context.Request.Path = ErrorPage;
        try
        {
            await errorPage(context);
        }
        finally
        {
            context.Request.Path = path;
            context.SetEndpoint(endpoint);
        }
    }
}

/// <summary>Puts <see cref="FailureMiddleware"/> into the pipeline.</summary>
public static class FailureSetup
{
    /// <summary>Answers every failure; <paramref name="errorPage"/> is the pipeline that runs the error page.</summary>
    public static IApplicationBuilder UseFailures(this IApplicationBuilder app, Action<IApplicationBuilder> errorPage)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(errorPage);
        var branch = app.New();
        errorPage(branch);
        return app.UseMiddleware<FailureMiddleware>(branch.Build());
    }
}
