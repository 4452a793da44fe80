using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection;

namespace RemoteSupport.Platform.Web;

/// <summary>Scripts and style sheets: compressed, and kept for good by browsers where the address holds the content's version.</summary>
public static class Assets
{
    /// <summary>Serves them, on any host.</summary>
    public static IApplicationBuilder UseAssets(this IApplicationBuilder app) =>
        // Only below their folder: otherwise every request would look on the disk for a file of its name.
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal),
            assets => assets.UseResponseCompression().UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => KeepVersions(file.Context) }));

    /// <summary>Pages are never compressed: they hold secrets beside what visitors can choose (BREACH).</summary>
    public static IServiceCollection AddAssets(this IServiceCollection services) =>
        services.AddResponseCompression(options => options.EnableForHttps = true);

    /// <summary>During an upgrade a node may be asked for another one's version; what it has then is not to be kept.</summary>
    private static void KeepVersions(HttpContext context)
    {
        var current = context.RequestServices.GetRequiredService<IFileVersionProvider>().AddFileVersionToPath(context.Request.PathBase, context.Request.Path);
        var isCurrent = current == context.Request.Path + context.Request.QueryString;
        context.Response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
    }
}
