using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace RemoteSupport.Platform.Web;

/// <summary>
/// Logs without personal data (OP-1): a line of JSON each, in Development a readable one. Every line of a request carries the trace id that its
/// error page shows.
/// </summary>
public static class LoggingSetup
{
    private const string Requests = "Microsoft.AspNetCore.Hosting.Diagnostics";
    private static readonly Lazy<bool> Traces = new(ListenToRequests);

    /// <summary>
    /// Reads the defaults that lie beside the program before every other source, so that levels do not depend on where it was started, and writes to the console.
    /// </summary>
    public static void AddPlatformLogging(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        _ = Traces.Value;
        AddDefaults(builder.Configuration, builder.Environment.EnvironmentName);
        builder.Logging.ClearProviders().AddConfiguration(builder.Configuration.GetSection("Logging"));
        // Its lines and the scope that it puts around all others hold the path, which may be a secret link. RequestLog writes the route instead.
        builder.Logging.AddFilter(Requests, LogLevel.None);
        builder.Logging.Configure(factory => factory.ActivityTrackingOptions = ActivityTrackingOptions.TraceId);
        if (builder.Environment.IsDevelopment())
            builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.IncludeScopes, console.TimestampFormat) = (true, true, "HH:mm:ss "));
        else
            AddBatchedJson(builder.Logging);
    }

    /// <summary>The framework's JSON, by a writer of ours instead of its own.</summary>
    private static void AddBatchedJson(ILoggingBuilder logging)
    {
        logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.IncludeScopes, console.TimestampFormat) = (true, true, "O"));
        logging.Services.Remove(logging.Services.Single(service => service.ServiceType == typeof(ILoggerProvider) && service.ImplementationType == typeof(ConsoleLoggerProvider)));
        logging.Services.AddSingleton<ILoggerProvider, BatchedConsole>();
    }

    private static void AddDefaults(ConfigurationManager configuration, string environment)
    {
        foreach (var file in new[] { $"appsettings.{environment}.json", "appsettings.json" })
        {
            var defaults = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource { Path = Path.Combine(AppContext.BaseDirectory, file), Optional = true };
            defaults.ResolveFileProvider();
            configuration.Sources.Insert(0, defaults);
        }
    }

    /// <summary>The framework gives a request its trace only if somebody wants it, and with the category above silent nobody would.</summary>
    private static bool ListenToRequests()
    {
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref _) => ActivitySamplingResult.PropagationData,
        });
        return true;
    }
}
