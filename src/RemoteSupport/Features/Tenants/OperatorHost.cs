using MediatR;
using Npgsql;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Tenants;

/// <summary>The services of the operator's command line: everything but HTTP, on the owner's connection.</summary>
internal static class OperatorHost
{
    /// <summary>A host that is never started; dispose of it.</summary>
    public static IHost Build(Action<HostApplicationBuilder>? change = null)
    {
        var settings = new HostApplicationBuilderSettings { Configuration = new ConfigurationManager() };
        settings.Configuration.AddEnvironmentVariables("ASPNETCORE_");
        var builder = Host.CreateApplicationBuilder(settings);
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // Not every handler can be made here: some need what only a serving node has, and none of those is the operator's.
        builder.ConfigureContainer(new DefaultServiceProviderFactory(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = false }));
        change?.Invoke(builder);
        builder.Services.AddPlatformData(DataSetup.Owner).AddPlatform(builder.Configuration).AddFeatures();
        return builder.Build();
    }

    /// <summary>Sends one operation as the operator.</summary>
    public static async Task<Outcome<T>> SendAsync<T>(this IHost host, IRequest<Outcome<T>> operation, CancellationToken ct = default)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Caller>().IsOperator = true;
        using var _ = Languages.English.Use();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(operation, ct);
    }

    /// <summary>What keeps a command from working at all, such as a database that is away.</summary>
    public static bool IsOutside(Exception exception) => exception is NpgsqlException or InvalidOperationException or IOException or UnauthorizedAccessException;
}
