using Microsoft.AspNetCore.Http;

namespace RemoteSupport.Platform.Web;

/// <summary>An endpoint whose content policy differs: it adds to the policy of all, or has one of its own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ContentPolicyAttribute : Attribute
{
    /// <summary>Further directives.</summary>
    public string? Also { get; init; }

    /// <summary>The whole policy.</summary>
    public string? Instead { get; init; }

    /// <summary>Its scripts may add style sheets that carry <see cref="StyleNonce"/>, as an editor does.</summary>
    public bool HasStyleNonce { get; init; }
}

/// <summary>A page that uses camera, microphone and shared screens, and shows pictures and sound that it made itself.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UsesMediaAttribute : Attribute;

/// <summary>What every answer tells the browser not to do: run foreign or inline script, be framed, guess types, pass the address on.</summary>
public sealed class SecurityHeaders(RequestDelegate next)
{
    private const string OwnStyles = "style-src 'self'";
    private const string OwnPictures = "img-src 'self' data:";
    private const string Policy =
        $"default-src 'none'; script-src 'self'; {OwnStyles}; {OwnPictures}; font-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    /// <summary>The middleware's work.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        // At the last moment: a failure clears what was written before it.
        context.Response.OnStarting(() =>
        {
            Write(context);
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Write(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PolicyOf(context.GetEndpoint()?.Metadata.GetMetadata<ContentPolicyAttribute>(), context);
        headers.XContentTypeOptions = "nosniff";
        // A page whose address holds a secret asks for more.
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = UsesMedia(context)
            ? "camera=(self), microphone=(self), geolocation=(), display-capture=(self), autoplay=(self), picture-in-picture=(self), screen-wake-lock=(self)"
            : "camera=(), microphone=(), geolocation=(), display-capture=()";
        if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000";
    }

    private static bool UsesMedia(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<UsesMediaAttribute>() is not null;

    private static string PolicyOf(ContentPolicyAttribute? own, HttpContext context)
    {
        if (own?.Instead is { } whole) return whole;
        var policy = own is { HasStyleNonce: true } ? Policy.Replace(OwnStyles, $"{OwnStyles} 'nonce-{StyleNonce.Of(context)}'", StringComparison.Ordinal) : Policy;
        if (UsesMedia(context)) policy = policy.Replace(OwnPictures, $"{OwnPictures} blob:; media-src 'self' blob:", StringComparison.Ordinal);
        return own?.Also is { } more ? $"{policy}; {more}" : policy;
    }
}
