using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Quartz;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Platform.Scheduling;

/// <summary>Puts the schedule into a program: Quartz, clustered, in the schema "quartz" of the same database.</summary>
public static class SchedulingSetup
{
    /// <summary>Runs every <see cref="DueWork"/> that the services hold.</summary>
    public static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = configuration.GetSection("Jobs").Get<JobsOptions>() ?? new JobsOptions();
        services.Configure<JobsOptions>(configuration.GetSection("Jobs"));
        if (!options.Run) return services;
        services.AddQuartz(quartz =>
        {
            // Without an instance id: only then does clustering give each node one of its own.
            quartz.ConfigureScheduler(scheduler => scheduler.InstanceName = options.Cluster);
            // When to look is real time; what is due then, the product's clock says.
            quartz.UseTimeProvider(TimeProvider.System);
            quartz.UseDefaultThreadPool(4);
            quartz.UsePersistentStore(store =>
            {
                store.UsePostgres(NpgsqlFactory.Instance, Connection(configuration));
                store.UseSystemTextJsonSerializer(null);
                store.UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3)));
                store.ConfigureStore(tables => (tables.TablePrefix, tables.DbRetryInterval) = ("quartz.qrtz_", TimeSpan.FromSeconds(3)));
            });
        });
        return services.AddHostedService<ScheduleRunner>();
    }

    /// <summary>A small pool of its own: Quartz waits with locks held, and must not wait behind requests.</summary>
    private static string Connection(IConfiguration configuration) =>
        new NpgsqlConnectionStringBuilder(DataSetup.Text(configuration, DataSetup.App)) { MaxPoolSize = 10, ApplicationName = "remotesupport jobs" }.ConnectionString;
}
