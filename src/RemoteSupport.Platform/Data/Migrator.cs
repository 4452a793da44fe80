using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace RemoteSupport.Platform.Data;

/// <summary>
/// Brings a database up to date: the files NNNN_….sql of a folder, in order, each in a transaction of its own, forward only.
/// Nodes that start together wait for each other. A file that was applied and then edited is an error.
/// </summary>
public sealed class Migrator(string folder, NpgsqlDataSource owner)
{
    private const long Lock = 5_080_000_001;
    private const string Resource = "-- @resource ";

    /// <summary>Applies what is missing; answers the names applied now.</summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken ct = default)
    {
        await using var connection = await owner.OpenConnectionAsync(ct);
        await connection.ExecuteAsync("select pg_advisory_lock(@Lock)", new { Lock });
        await connection.ExecuteAsync("create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now()); grant select on migrations to app");
        var known = (await connection.QueryAsync<(string Name, string Sha256)>("select name, sha256 from migrations")).ToDictionary(m => m.Name, m => m.Sha256);
        var applied = new List<string>();
        foreach (var file in Files(folder))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var sql = await File.ReadAllTextAsync(file, ct);
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (known.TryGetValue(name, out var before))
            {
                if (before != hash) throw new InvalidOperationException($"Migration {name} was applied and has been edited since. Migrations are never edited once released.");
                continue;
            }

            await ApplyAsync(connection, name, hash, sql, ct);
            applied.Add(name);
        }

        return applied;
    }

    /// <summary>The migrations of the folder that a database (seen as the application) does not have yet.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(string folder, NpgsqlDataSource app, CancellationToken ct = default)
    {
        await using var connection = await app.OpenConnectionAsync(ct);
        var known = (await connection.QueryAsync<string>("select name from migrations")).ToHashSet();
        return [.. Files(folder).Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(name => !known.Contains(name))];
    }

    private static IOrderedEnumerable<string> Files(string folder) =>
        Directory.GetFiles(folder, "????_*.sql").Order(StringComparer.Ordinal);

    private static async Task ApplyAsync(NpgsqlConnection connection, string name, string hash, string sql, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(WithResources(sql), transaction: transaction);
        await connection.ExecuteAsync("insert into public.migrations (name, sha256) values (@name, @hash)", new { name, hash }, transaction);
        await transaction.CommitAsync(ct);
    }

    /// <summary>A line "-- @resource Assembly name {0}=…" stands for a script that a package carries, with what its marks stand for.</summary>
    private static string WithResources(string sql) =>
        string.Join('\n', sql.Split('\n').Select(line => line.StartsWith(Resource, StringComparison.Ordinal) ? Read(line[Resource.Length..].Split(' ')) : line));

    private static string Read(string[] resource)
    {
        var stream = Assembly.Load(resource[0]).GetManifestResourceStream(resource[1]) ?? throw new InvalidOperationException($"{resource[0]} carries no {resource[1]}.");
        using var reader = new StreamReader(stream);
        return resource.Skip(2).Select(mark => mark.Split('=')).Aggregate(reader.ReadToEnd(), (script, mark) => script.Replace(mark[0], mark[1], StringComparison.Ordinal));
    }
}
