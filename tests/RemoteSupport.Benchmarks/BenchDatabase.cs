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

    /// <summary>By which the one tenant is found.</summary>
    public const string Host = "bench.localhost";

    /// <summary>The one tenant.</summary>
    public Guid Tenant { get; } = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());

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
        await database.AddTenantAsync();
        return database;
    }

    /// <summary>Settings of the bare program.</summary>
    public Dictionary<string, string> ForBare() => new()
    {
        ["ConnectionStrings__Postgres"] = new NpgsqlConnectionStringBuilder(AppConnection) { MaxAutoPrepare = 100 }.ConnectionString,
    };

    /// <summary>Settings of a node as in production, but for the limits, which would stop the load.</summary>
    public Dictionary<string, string> ForNode() => new()
    {
        ["ConnectionStrings__Postgres"] = AppConnection,
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Keys__Master"] = Convert.ToBase64String(new byte[32]),
        ["Limits__Everything"] = "2000000000",
        ["Limits__Anonymous"] = "2000000000",
    };

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

    private async Task AddTenantAsync()
    {
        await using var connection = await Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            """
            insert into tenants (id, slug, created_at) values (@Tenant, 'bench', @now);
            select set_config('app.tenant', @asText, true);
            insert into tenant_settings (name, accent_color, support_email, country, default_language, languages, time_zone)
            values ('Bench', '#2457b8', 'help@bench.example', 'IT', 'en', '{en,it,es,de}', 'Europe/Rome')
            """,
            new { Tenant, asText = Tenant.ToString(), now = TimeProvider.System.GetUtcNow() });
        await transaction.CommitAsync();
    }

    private string As(string role) =>
        new NpgsqlConnectionStringBuilder(Server) { Username = role, Password = null, Database = name }.ConnectionString;

    private static string Server => Environment.GetEnvironmentVariable("ConnectionStrings__TestPostgres")
        ?? throw new InvalidOperationException("ConnectionStrings__TestPostgres is not set: run scripts/bench.");
}
