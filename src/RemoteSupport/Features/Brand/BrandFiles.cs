using System.Globalization;
using System.Net;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Brand;

/// <summary>A tenant's colours and pictures as files (TN-3). Their address holds the brand's version, so browsers may keep them for good.</summary>
internal static class BrandFiles
{
    private const string ForGood = "public, max-age=31536000, immutable";

    public static void MapBrand(this IEndpointRouteBuilder app)
    {
        app.MapGet("/brand/{version:long}.css", (long version, MultiTenantContextAccessor tenancy, HttpContext context) => Css(version, tenancy.Tenant, context)).ExcludeFromDescription().WithMetadata(new AlsoWhenSuspendedAttribute());
        app.MapGet("/brand/{version:long}/{kind:regex(^(logo|icon)$)}", ImageAsync).ExcludeFromDescription().WithMetadata(new AlsoWhenSuspendedAttribute());
    }

    private static IResult Css(long version, TenantInfo tenant, HttpContext context)
    {
        Keep(version, tenant, context);
        return Results.Text(Variables(tenant.AccentColor), "text/css");
    }

    /// <summary>The accent as fill and as text, on the light and the dark surfaces of src/portal/styles/_theme.scss; contrasts as its README asks.</summary>
    private static string Variables(string accent)
    {
        var (light, dark) = (Shades(accent, "#f5f6f8", "#ffffff"), Shades(accent, "#171c22", "#171c22"));
        return $$"""
            :root { {{light}} }
            @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { {{dark}} } }
            @media screen { :root[data-theme="dark"] { {{dark}} } }
            """;
    }

    private static string Shades(string accent, string page, string card)
    {
        var (fill, text) = (BrandColors.Against(accent, page, 3), BrandColors.Against(accent, card, 5.6));
        return $"--brand-accent: {fill}; --brand-on-accent: {BrandColors.TextOn(fill)}; --brand-accent-text: {text}; --brand-focus: {text};";
    }

    private static async Task<IResult> ImageAsync(long version, string kind, Db db, MultiTenantContextAccessor tenancy, HttpContext context)
    {
        var image = await db.FindAsync<Image>("select media_type, content from brand_images where kind = @kind", new { kind }, context.RequestAborted);
        if (image is null && kind == "logo") return Results.NotFound();
        Keep(version, tenancy.Tenant, context);
        return image is null ? Results.Text(Initial(tenancy.Tenant), "image/svg+xml") : Results.File(image.Content, image.MediaType);
    }

    /// <summary>Another version than the one this node knows (a change on its way, a guess) is answered as things stand, and not kept.</summary>
    private static void Keep(long version, TenantInfo tenant, HttpContext context) =>
        context.Response.Headers.CacheControl = version == tenant.Version ? ForGood : "no-cache";

    /// <summary>For who has no icon: the name's first letter on the accent. It is ours, so it may be SVG.</summary>
    private static string Initial(TenantInfo tenant)
    {
        var letter = WebUtility.HtmlEncode(StringInfo.GetNextTextElement(tenant.Name).ToUpperInvariant());
        return $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="{tenant.AccentColor}"/><text x="32" y="45" font-family="sans-serif" font-size="38" font-weight="600" text-anchor="middle" fill="{BrandColors.TextOn(tenant.AccentColor)}">{letter}</text></svg>
            """;
    }

    private sealed record Image(string MediaType, byte[] Content);
}
