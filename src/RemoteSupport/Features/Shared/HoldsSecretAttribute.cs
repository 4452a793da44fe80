using Microsoft.AspNetCore.Mvc.Filters;

namespace RemoteSupport.Features.Shared;

/// <summary>A page whose address holds a secret: no browser or proxy keeps it, and no other page learns where its visitor came from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HoldsSecretAttribute : ResultFilterAttribute
{
    /// <inheritdoc />
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var headers = context.HttpContext.Response.Headers;
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
    }
}
