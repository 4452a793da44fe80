using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.FileProviders;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Hosting;

/// <summary>Nodes that also serve what `npm run build` made of src/portal.</summary>
internal static class PortalNode
{
    private static readonly Lazy<Task<TestNode>> Common = new(() => StartAsync());
    private static readonly Lazy<Task<TestNode>> Development = new(() => StartAsync("Development"));

    public static Task<TestNode> CommonAsync() => Common.Value;

    /// <summary>A node that also speaks the pseudo-locale.</summary>
    public static Task<TestNode> DevelopmentAsync() => Development.Value;

    /// <summary>A node of its own, on the database of all the others.</summary>
    public static async Task<TestNode> StartAsync(string environment = "Testing") =>
        await TestNode.StartAsync(await TestDatabase.CommonAsync(), change: builder =>
        {
            builder.Environment.EnvironmentName = environment;
            ServeAssets(builder);
        });

    private static void ServeAssets(WebApplicationBuilder builder)
    {
        var folder = Repository.PathOf("src/RemoteSupport/wwwroot");
        if (!File.Exists(Path.Combine(folder, "assets/portal.css"))) throw new InvalidOperationException("The portal's assets are missing: run npm run build.");
        builder.Environment.WebRootPath = folder;
        builder.Environment.WebRootFileProvider = new PhysicalFileProvider(folder);
    }
}
