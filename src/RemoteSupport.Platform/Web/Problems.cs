using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Platform.Web;

/// <summary>The API's way to say no: problem documents (RFC 9457) with a stable code and a sentence in the reader's language.</summary>
public static class Problems
{
    /// <summary>An operation's value as JSON, or its refusal as a problem.</summary>
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult>? success = null)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        if (!outcome.Succeeded(out var value, out var refusal)) return new ProblemResult(refusal);
        return success?.Invoke(value) ?? (value is Done ? Results.NoContent() : Results.Json(value));
    }

    /// <summary>Writes a refusal as a problem document.</summary>
    public static Task WriteAsync(HttpContext context, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refusal);
        var localizer = context.RequestServices.GetRequiredService<IStringLocalizer>();
        var sentence = localizer[refusal.Sentence, refusal.Arguments].Value;
        var problem = new Dictionary<string, object?>
        {
            ["type"] = "about:blank",
            ["title"] = sentence,
            ["status"] = refusal.Status,
            ["detail"] = sentence,
            ["code"] = refusal.Code,
            ["traceId"] = TraceId(context),
        };
        if (refusal is ValidationFailed validation) problem["errors"] = validation.Errors;
        if (refusal.Field is { } field) problem["errors"] = new Dictionary<string, string[]> { [field] = [sentence] };
        foreach (var (name, value) in refusal.Members) problem[name] = value;
        context.Response.StatusCode = refusal.Status;
        RetryAfter(context.Response, refusal);
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    /// <summary>What to quote when asking for help: the id that the logs of this request carry.</summary>
    public static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context?.TraceIdentifier ?? "";

    /// <summary>Says when to come back, where the refusal knows.</summary>
    public static void RetryAfter(HttpResponse response, Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(refusal);
        if (refusal.RetryAfter is { } pause && response.Headers.RetryAfter.Count == 0) response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(pause.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private sealed class ProblemResult(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => WriteAsync(httpContext, refusal);
    }
}
