using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace RemoteSupport.Tests.Hosting;

/// <summary>A real node on a real port of 127.0.0.1 and a real database. All tests share one, unless they need another.</summary>
public sealed class TestNode : IAsyncDisposable
{
    /// <summary>Two labels, so that tenants are same-site siblings to each other, as in production (TN-1).</summary>
    public const string BaseDomain = "app.localhost";

    private static readonly Lazy<Task<TestNode>> Common = new(async () => await StartAsync(await TestDatabase.CommonAsync()));
    private readonly WebApplication app;

    private TestNode(WebApplication app, TestDatabase database)
    {
        (this.app, Database) = (app, database);
        Port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
    }

    public TestDatabase Database { get; }

    public int Port { get; }

    public IServiceProvider Services => app.Services;

    public static Task<TestNode> CommonAsync() => Common.Value;

    /// <summary>Starts a node of its own; <paramref name="settings"/> go over the usual ones.</summary>
    public static async Task<TestNode> StartAsync(TestDatabase database, Dictionary<string, string?>? settings = null, Action<WebApplicationBuilder>? change = null)
    {
        var app = Node.Build([], builder =>
        {
            builder.Environment.EnvironmentName = "Testing";
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Configuration.AddInMemoryCollection(Settings(database)).AddInMemoryCollection(settings ?? []);
            builder.Logging.ClearProviders();
            builder.Services.AddSingleton<IHostEnvironment>(builder.Environment);
            builder.Services.AddSingleton<TimeProvider, TestClock>().AddSingleton<IStartupFilter, TestClock.Filter>();
            change?.Invoke(builder);
        });
        await app.StartAsync();
        return new TestNode(app, database);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static Dictionary<string, string?> Settings(TestDatabase database) => new()
    {
        ["ConnectionStrings:Postgres"] = database.AppConnection,
        ["ConnectionStrings:PostgresOwner"] = database.OwnerConnection,
        ["Tenancy:BaseDomain"] = BaseDomain,
        ["Tenancy:PublicUrl"] = $"http://{{tenant}}.{BaseDomain}",
        ["Storage:Directory"] = Path.Combine(Path.GetTempPath(), $"remotesupport-tests-{Environment.ProcessId}"),
        ["Keys:Master"] = Convert.ToBase64String(new byte[32]),
        ["Passwords:Iterations"] = "1000",
        ["Limits:Anonymous"] = "1000000",
        ["Limits:Everything"] = "1000000",
        ["Limits:Upload"] = "1000000",
        // What other tests have queued is theirs to look at.
        ["Email:Dispatch"] = "false",
        // Jobs would sweep what other tests, at another time, still look at.
        ["Jobs:Run"] = "false",
    };
}
