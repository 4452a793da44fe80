using Microsoft.AspNetCore.Antiforgery;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Calls;

/// <summary>What scripts of our pages send changes something only with the page's own token, as its forms do (header RequestVerificationToken).</summary>
internal sealed class FormTokenFilter(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || await antiforgery.IsRequestValidAsync(http)) return await next(context);
        return ((Outcome<Done>)new PageOutdated()).ToResult();
    }
}

/// <summary>The page belongs to another session than the browser has now.</summary>
public sealed record PageOutdated() : Refusal("malformed", 400, "This page is out of date. Please reload it.");
