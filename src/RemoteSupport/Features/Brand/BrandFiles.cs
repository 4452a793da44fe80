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
        app.MapGet("/brand/{version:long}.css", (MultiTenantContextAccessor tenancy, HttpContext context) => Css(tenancy.Tenant, context)).ExcludeFromDescription().WithMetadata(new AlsoWhenSuspendedAttribute());
        app.MapGet("/brand/{version:long}/{kind:regex(^(logo|icon)$)}", ImageAsync).ExcludeFromDescription().WithMetadata(new AlsoWhenSuspendedAttribute());
    }

    private static IResult Css(TenantInfo tenant, HttpContext context)
    {
        context.Response.Headers.CacheControl = ForGood;
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

    private static async Task<Results<FileContentHttpResult, NotFound>> ImageAsync(string kind, Db db, HttpContext context)
    {
        var image = await db.FindAsync<Image>("select media_type, content from brand_images where kind = @kind", new { kind }, context.RequestAborted);
        if (image is null) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = ForGood;
        return TypedResults.File(image.Content, image.MediaType);
    }

    private sealed record Image(string MediaType, byte[] Content);
}
