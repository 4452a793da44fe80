using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Web;

/// <summary>Every status and exception that nobody answered becomes one refusal here: a problem document for the API, else the error page.</summary>
public static class Failures
{
    /// <summary>Where the error page finds what happened: an item of the request. A page that refuses with a bare status puts it there itself.</summary>
    public static readonly object Item = new();

    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(5);

    /// <summary>True for the JSON API, which never answers with pages.</summary>
    public static bool IsApi(this HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Answers a refusal in the way of the request.</summary>
    public static async Task AnswerAsync(HttpContext context, Refusal refusal, RequestDelegate errorPage)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refusal);
        ArgumentNullException.ThrowIfNull(errorPage);
        if (context.IsApi())
        {
            using (LanguageMiddleware.LanguageOf(context).Use()) await Problems.WriteAsync(context, refusal);
            return;
        }

        context.Response.StatusCode = refusal.Status;
        Problems.RetryAfter(context.Response, refusal);
        context.Items[Item] = refusal;
        await errorPage(context);
    }

    /// <summary>The refusal that an unanswered status stands for.</summary>
    public static Refusal Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Items[Item] is Refusal stated && stated.Status == context.Response.StatusCode) return stated;
        return context.Response.StatusCode switch
        {
            // The form's token could not be looked for.
            400 when context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize => new TooLarge(),
            400 when context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } => new FormExpired(),
            400 => context.IsApi() ? new Malformed() : new FormExpired(),
            401 => new Unauthenticated(),
            403 => new Forbidden(),
            405 => new MethodNotAllowed(),
            413 => new TooLarge(),
            415 => new WrongContentType(),
            429 => new RateLimited(TimeSpan.FromMinutes(1)),
            503 when context.RequestServices.GetRequiredService<MultiTenantContextAccessor>().TenantInfo is { IsSuspended: true } => new TenantSuspended(),
            503 => new Unavailable(Shortly),
            >= 500 => new Broken(),
            _ => new NotFound(),
        };
    }

    /// <summary>The refusal that an exception stands for: what is away, what could not be read, else a bug.</summary>
    public static Refusal Of(Exception exception) => exception switch
    {
        TooBusyException busy => new Unavailable(busy.RetryAfter),
        BadHttpRequestException { StatusCode: 413 } => new TooLarge(),
        BadHttpRequestException { StatusCode: 415 } => new WrongContentType(),
        BadHttpRequestException => new Malformed(),
        // A text with U+0000, which JSON and forms can carry and PostgreSQL cannot.
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } => new Malformed(),
        // Also as the cause of another one: a form cannot be checked without the keys, and they are in the database.
        _ when DatabaseAway.Is(exception) => new Unavailable(Shortly),
        AntiforgeryValidationException => new Malformed(),
        _ => new Broken(),
    };

    /// <summary>True for a bug, which the log has to hold whole.</summary>
    public static bool IsBug(Exception exception) => Of(exception) is Broken;

    /// <summary>The exception that was caught for this request, if any.</summary>
    public static Exception? Caught(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<IExceptionHandlerFeature>()?.Error;
    }
}
