using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.Hosting;

/// <summary>Nodes that also serve what `npm run build` made of src/portal.</summary>
internal static class PortalNode
{
    /// <summary>The tests' time. Browsers keep no cookie that ended by their own clock, so it must lie ahead.</summary>
    public static readonly DateTimeOffset Start = new(TimeProvider.System.GetUtcNow().Year + 1, 3, 10, 9, 0, 0, TimeSpan.Zero);

    private static readonly Lazy<Task<TestNode>> Common = new(() => StartAsync());
    private static readonly Lazy<Task<TestNode>> Development = new(() => StartAsync("Development"));

    /// <summary>A fresh tenant on the common node.</summary>
    public static async Task<TestTenant> TenantAsync() => await TenantOnAsync(await Common.Value);

    /// <summary>A fresh tenant on a node that also speaks the pseudo-locale.</summary>
    public static async Task<TestTenant> PseudoTenantAsync() => await TenantOnAsync(await Development.Value);

    /// <summary>A node of its own, on the database of all the others.</summary>
    public static async Task<TestNode> StartAsync(string environment = "Testing", Dictionary<string, string?>? settings = null) =>
        await TestNode.StartAsync(await TestDatabase.CommonAsync(), settings, builder =>
        {
            builder.Environment.EnvironmentName = environment;
            // The host's own object has its name from the command line, and does not hear of this one.
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment).AddSingleton<IStartupFilter, SocketsClock>();
            ServeAssets(builder);
        });

    /// <summary>A fresh tenant on this node.</summary>
    public static async Task<TestTenant> TenantOnAsync(TestNode node)
    {
        var tenant = await TestTenant.CreateAsync(node);
        tenant.Now = Start;
        return tenant;
    }

    private static void ServeAssets(WebApplicationBuilder builder)
    {
        var folder = Repository.PathOf("src/RemoteSupport/wwwroot");
        if (!File.Exists(Path.Combine(folder, "assets/portal.css"))) throw new InvalidOperationException("The portal's assets are missing: run npm run build.");
        builder.Environment.WebRootPath = folder;
        builder.Environment.WebRootFileProvider = new PhysicalFileProvider(folder);
    }

    /// <summary>A browser's sockets carry no header of ours: they happen at the start.</summary>
    private sealed class SocketsClock : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                if (!context.Request.Headers.ContainsKey(TestClock.Header)) TestClock.Set(Start);
                return following(context);
            });
            next(app);
        };
    }
}
