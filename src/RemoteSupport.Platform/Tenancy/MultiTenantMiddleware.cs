using Microsoft.AspNetCore.Http;

namespace RemoteSupport.Platform.Tenancy;

/// <summary>Endpoints with this stand outside any tenant (health).</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ExcludeFromMultiTenantResolutionAttribute : Attribute;

/// <summary>Endpoints with this answer for a suspended tenant, too: what its "suspended" page is drawn with.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AlsoWhenSuspendedAttribute : Attribute;

/// <summary>
/// Finds the request's tenant by its host (TN-1). An unknown host is a plain 404; a suspended tenant is a 503: both are answered by
/// whoever handles those statuses, so that the words stand in one place.
/// </summary>
public sealed class MultiTenantMiddleware(RequestDelegate next, HostStrategy strategy, TenantStore store)
{
    /// <summary>The middleware's work.</summary>
    public async Task InvokeAsync(HttpContext context, MultiTenantContextAccessor accessor)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(accessor);
        if (context.GetEndpoint()?.Metadata.GetMetadata<ExcludeFromMultiTenantResolutionAttribute>() is not null)
        {
            await next(context);
            return;
        }

        var tenant = strategy.GetIdentifier(context) is { } identifier ? await store.GetByIdentifierAsync(identifier, context.RequestAborted) : null;
        if (tenant is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        accessor.Enter(tenant);
        if (tenant.IsSuspended && context.GetEndpoint()?.Metadata.GetMetadata<AlsoWhenSuspendedAttribute>() is null) context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        else await next(context);
    }
}
