using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace RemoteSupport.Platform.Web;

/// <summary>Scripts and style sheets: compressed, and kept for good by browsers where the address holds the content's version.</summary>
public static class Assets
{
    /// <summary>Serves them, on any host.</summary>
    public static IApplicationBuilder UseAssets(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal), assets => assets.UseResponseCompression());
        return app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => KeepVersions(file.Context) });
    }

    /// <summary>Pages are never compressed: they hold secrets beside what visitors can choose (BREACH).</summary>
    public static IServiceCollection AddAssets(this IServiceCollection services) =>
        services.AddResponseCompression(options => options.EnableForHttps = true);

    private static void KeepVersions(HttpContext context) =>
        context.Response.Headers.CacheControl = context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
}
