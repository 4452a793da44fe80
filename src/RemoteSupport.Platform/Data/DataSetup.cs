using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace RemoteSupport.Platform.Data;

/// <summary>Puts the database into a program.</summary>
public static class DataSetup
{
    /// <summary>The application's role (see docs/operations.md).</summary>
    public const string App = "Postgres";

    /// <summary>The owner, for migrations, seeding and the operator's commands.</summary>
    public const string Owner = "PostgresOwner";

    /// <summary>Registers <see cref="Db"/> on the connection string of that name.</summary>
    public static IServiceCollection AddPlatformData(this IServiceCollection services, string connection = App)
    {
        DapperTypes.Register();
        services.AddSingleton(provider => Source(provider.GetRequiredService<IConfiguration>(), connection));
        return services.AddScoped<Db>();
    }

    /// <summary>A pool on the connection string of that name. Statements are prepared by themselves once they repeat.</summary>
    public static NpgsqlDataSource Source(IConfiguration configuration, string connection)
    {
        DapperTypes.Register();
        var text = configuration.GetConnectionString(connection)
            ?? throw new InvalidOperationException($"ConnectionStrings:{connection} is not set: see docs/operations.md.");
        var settings = new NpgsqlConnectionStringBuilder(text) { MaxAutoPrepare = 100, ApplicationName = "remotesupport" };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }
}
