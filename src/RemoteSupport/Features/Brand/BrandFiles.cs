using Microsoft.AspNetCore.Http.HttpResults;
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
        app.MapGet("/brand/{version:long}.css", (MultiTenantContextAccessor tenancy, HttpContext context) => Css(tenancy.Tenant, context)).ExcludeFromDescription();
        app.MapGet("/brand/{version:long}/{kind:regex(^(logo|icon)$)}", ImageAsync).ExcludeFromDescription();
    }

    private static IResult Css(TenantInfo tenant, HttpContext context)
    {
        context.Response.Headers.CacheControl = ForGood;
        return Results.Text(Variables(tenant.AccentColor), "text/css");
    }

    /// <summary>The accent as fill, the text on it, and shades that can be read as text on the light and the dark surfaces (WCAG AA).</summary>
    private static string Variables(string accent)
    {
        var (light, dark) = (BrandColors.TextAgainst(accent, "#e6e8ec"), BrandColors.TextAgainst(accent, "#2a323c"));
        return $$"""
            :root { --brand-accent: {{accent}}; --brand-on-accent: {{BrandColors.TextOn(accent)}}; --brand-accent-text: {{light}}; --brand-focus: {{light}}; }
            @media screen and (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { --brand-accent-text: {{dark}}; --brand-focus: {{dark}}; } }
            @media screen { :root[data-theme="dark"] { --brand-accent-text: {{dark}}; --brand-focus: {{dark}}; } }
            """;
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ImageAsync(string kind, Db db, HttpContext context)
    {
        var image = await db.FindAsync<Image>("select media_type, content from brand_images where kind = @kind", new { kind }, context.RequestAborted);
        if (image is null) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = ForGood;
        return TypedResults.File(image.Content, image.MediaType);
    }

    private sealed record Image(string MediaType, byte[] Content);
}
