using Dapper;
using Npgsql;
using RemoteSupport.Features.Operations;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Tests.Hosting;

/// <summary>A database of its own on the test server, with roles and schema. Tests share one: each has a tenant of its own.</summary>
public sealed class TestDatabase
{
    private static readonly Lazy<Task<TestDatabase>> Common = new(() => CreateAsync("common"));

    private TestDatabase(string name)
    {
        AppConnection = As("app", name);
        SuperuserConnection = new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = name, Pooling = false }.ConnectionString;
        OwnerConnection = As("owner", name);
        Owner = new NpgsqlDataSourceBuilder(OwnerConnection).Build();
        App = new NpgsqlDataSourceBuilder(AppConnection).Build();
    }

    public string AppConnection { get; }

    public string OwnerConnection { get; }

    /// <summary>For tests of what must not be: roles that the product refuses.</summary>
    public string SuperuserConnection { get; }

    /// <summary>Sees every tenant: for arranging and for looking at what is really there.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Lives behind the fence, as the application does.</summary>
    public NpgsqlDataSource App { get; }

    public static Task<TestDatabase> CommonAsync() => Common.Value;

    public static async Task<TestDatabase> CreateAsync(string name)
    {
        var unique = $"test_{name}_{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(4))}";
        await using (var server = NpgsqlDataSource.Create(Server.ConnectionString))
        await using (var connection = await server.OpenConnectionAsync())
            await connection.ExecuteAsync($"create database {unique}");
        await using (var superuser = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Database = unique, Pooling = false }))
        await using (var connection = await superuser.OpenConnectionAsync())
            await connection.ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(MigrateCommand.Folder, "roles.sql")));
        var database = new TestDatabase(unique);
        await new Migrator(MigrateCommand.Folder, database.Owner).MigrateAsync();
        return database;
    }

    private static NpgsqlConnectionStringBuilder Server => new(
        Environment.GetEnvironmentVariable("ConnectionStrings__TestPostgres")
        ?? throw new InvalidOperationException("ConnectionStrings__TestPostgres is not set: run scripts/test, or scripts/postgres start test and export what it prints."));

    private static string As(string role, string database) =>
        new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Username = role, Password = null, Database = database, MaxPoolSize = 40 }.ConnectionString;
}
