using System.Runtime.CompilerServices;
using Npgsql;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Operations;

/// <summary>What doctor asks of PostgreSQL: to be there, by the right role, up to date, and of one time with this machine.</summary>
internal static class DatabaseCheck
{
    private static readonly TimeSpan MostSkew = TimeSpan.FromSeconds(2);

    public static async IAsyncEnumerable<(string What, string? ToDo)> LookAsync(IConfiguration configuration, [EnumeratorCancellation] CancellationToken ct)
    {
        (string What, Func<NpgsqlDataSource, Task> Check)[] checks =
        [
            ("database", async source => await (await source.OpenConnectionAsync(ct)).DisposeAsync()),
            ("database role", source => RoleCheck.EnsureFencedAsync(source, ct)),
            ("migrations", source => EnsureMigratedAsync(source, ct)),
            ("clock", source => EnsureSameTimeAsync(source, ct)),
        ];
        foreach (var (what, check) in checks)
        {
            var todo = await TryAsync(configuration, check);
            yield return (what, todo);
            if (what == "database" && todo is not null) yield break;
        }
    }

    private static async Task EnsureMigratedAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        var missing = await Migrator.MissingAsync(MigrateCommand.Folder, source, ct);
        if (missing.Count > 0) throw new InvalidOperationException($"{missing.Count} missing, the first is {missing[0]}. Run the command migrate.");
    }

    private static async Task EnsureSameTimeAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var ask = new NpgsqlCommand("select clock_timestamp()", connection);
        var theirs = new DateTimeOffset((DateTime)(await ask.ExecuteScalarAsync(ct))!);
        var skew = (TimeProvider.System.GetUtcNow() - theirs).Duration();
        if (skew > MostSkew) throw new InvalidOperationException($"This machine and PostgreSQL are {skew.TotalSeconds:0} seconds apart. Let both follow a time server (NTP).");
    }

    private static async Task<string?> TryAsync(IConfiguration configuration, Func<NpgsqlDataSource, Task> check)
    {
        try
        {
            await using var source = DataSetup.Source(configuration, DataSetup.App);
            await check(source);
            return null;
        }
        catch (PostgresException noTable) when (noTable.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return "This database was never migrated. Run the command migrate.";
        }
        catch (Exception ill) when (ill is InvalidOperationException or PostgresException or ArgumentException || DatabaseAway.Is(ill))
        {
            return DatabaseAdvice.For(ill, DataSetup.App);
        }
    }
}
