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
        var settings = new NpgsqlConnectionStringBuilder(Text(configuration, connection)) { MaxAutoPrepare = 100, ApplicationName = "remotesupport" };
        return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
    }

    /// <summary>The connection string of that name.</summary>
    /// <exception cref="InvalidOperationException">It is not set.</exception>
    public static string Text(IConfiguration configuration, string connection) =>
        configuration.GetConnectionString(connection) is { Length: > 0 } text
            ? text
            : throw new InvalidOperationException($"ConnectionStrings:{connection} is not set: see docs/operations.md.");
}
