using Dapper;
using Npgsql;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Benchmarks;

/// <summary>A database of its own on the benchmark's server, with roles and schema as an installation has them; dropped at the end.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "migrations");
    private readonly string name;

    private BenchDatabase(string name)
    {
        this.name = name;
        Owner = NpgsqlDataSource.Create(As("owner"));
    }

    /// <summary>Fills the tables; sees every tenant.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>As the application logs in.</summary>
    public string AppConnection => As("app");

    public static async Task<BenchDatabase> CreateAsync()
    {
        var name = $"bench_{Environment.ProcessId}";
        await RunAsync("postgres", $"create database {name}");
        await RunAsync(name, await File.ReadAllTextAsync(Path.Combine(Folder, "roles.sql")));
        var database = new BenchDatabase(name);
        await new Migrator(Folder, database.Owner).MigrateAsync();
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await Owner.DisposeAsync();
        await RunAsync("postgres", $"drop database {name} with (force)");
    }

    private static async Task RunAsync(string database, string sql)
    {
        await using var superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server) { Database = database, Pooling = false });
        await using var connection = await superuser.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    private string As(string role) =>
        new NpgsqlConnectionStringBuilder(Server) { Username = role, Password = null, Database = name }.ConnectionString;

    private static string Server => Environment.GetEnvironmentVariable("ConnectionStrings__TestPostgres")
        ?? throw new InvalidOperationException("ConnectionStrings__TestPostgres is not set: run scripts/bench.");
}
