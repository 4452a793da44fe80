using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Tenancy;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Brand;

/// <summary>A tenant's colours, pictures and manifest as files (TN-3). Their address holds the brand's version, so browsers may keep them for good.</summary>
internal static partial class BrandFiles
{
    private const string ForGood = "public, max-age=31536000, immutable";

    public static void MapBrand(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/brand").ExcludeFromDescription().WithMetadata(new AlsoWhenSuspendedAttribute());
        files.MapGet("/{version:long}.css", (long version, MultiTenantContextAccessor tenancy, HttpContext context) => Css(version, tenancy.Tenant, context));
        files.MapGet("/{version:long}/{kind:regex(^(logo|icon)$)}", ImageAsync);
        files.MapGet("/{version:long}.webmanifest", (long version, MultiTenantContextAccessor tenancy, HttpContext context) => Manifest(version, tenancy.Tenant, context));
        files.MapGet("/preview.css", (string? accent) => accent is not null && Accent().IsMatch(accent) ? Results.Text(BrandCss.OfPreviews(new AccentCheck(accent)), "text/css") : Results.NotFound());
    }

    private static IResult Css(long version, TenantInfo tenant, HttpContext context)
    {
        Keep(version, tenant, context);
        return Results.Text(BrandCss.OfPortal(tenant.AccentColor), "text/css");
    }

    /// <summary>How the portal looks on a telephone's home screen.</summary>
    private static IResult Manifest(long version, TenantInfo tenant, HttpContext context)
    {
        Keep(version, tenant, context);
        var icons = new[] { new { src = $"/brand/{tenant.Version}/icon", sizes = "any" } };
        return Results.Json(
            new { id = "/", name = tenant.Name, short_name = tenant.Name, start_url = "/", scope = "/", display = "standalone", background_color = AccentCheck.LightPage, theme_color = tenant.AccentColor, icons },
            contentType: "application/manifest+json");
    }

    private static async Task<IResult> ImageAsync(long version, string kind, Db db, MultiTenantContextAccessor tenancy, HttpContext context)
    {
        var image = await db.FindAsync<PictureRow>("select media_type, content from brand_images where kind = @kind", new { kind }, context.RequestAborted);
        if (image is null && kind == BrandPicture.Logo) return Results.NotFound();
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

    [GeneratedRegex(@"^#[0-9a-f]{6}\z")]
    private static partial Regex Accent();
}
