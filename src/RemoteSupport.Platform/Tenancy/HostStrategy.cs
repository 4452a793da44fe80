using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Tenancy;

/// <summary>The host name gives the identifier to look a tenant up by (TN-1): a slug under the base domain, else the whole host.</summary>
public sealed class HostStrategy(IOptions<TenancyOptions> options)
{
    private readonly string suffix = "." + options.Value.BaseDomain;

    /// <summary>Null when the host can name no tenant: empty, the base domain itself, or more than one label below it.</summary>
    public string? GetIdentifier(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var host = context.Request.Host.Host.TrimEnd('.').ToLowerInvariant();
        if (host.Length is 0 or > 253 || host == options.Value.BaseDomain) return null;
        if (!host.EndsWith(suffix, StringComparison.Ordinal)) return host.Contains('.', StringComparison.Ordinal) ? host : null;
        var slug = host[..^suffix.Length];
        return slug.Contains('.', StringComparison.Ordinal) ? null : slug;
    }
}
