using System.CommandLine;
using System.Diagnostics;
using Npgsql;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Operations;

/// <summary>migrate: brings the database up to date, as its owner. Waits a while for a database that is just starting.</summary>
internal static class MigrateCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Where the build puts the migrations.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "migrations");

    public static Command Make()
    {
        var command = new Command("migrate", "Brings the database up to date (ConnectionStrings:PostgresOwner).");
        command.SetAction((_, ct) => RunAsync(new ConfigurationBuilder().AddEnvironmentVariables().Build(), Patience, ct));
        return command;
    }

    /// <summary>0 when the database is up to date; 1, and what to do about it, when it cannot be brought there.</summary>
    public static async Task<int> RunAsync(IConfiguration configuration, TimeSpan patience, CancellationToken ct)
    {
        try
        {
            await using var owner = DataSetup.Source(configuration, DataSetup.Owner);
            await AwaitAsync(owner, patience, ct);
            var applied = await new Migrator(Folder, owner).MigrateAsync(ct);
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", applied)}.");
            return 0;
        }
        catch (Exception failure) when (failure is InvalidOperationException or PostgresException or ArgumentException || DatabaseAway.Is(failure))
        {
            await Console.Error.WriteLineAsync($"Not migrated: {DatabaseAdvice.For(failure, DataSetup.Owner)}");
            return 1;
        }
    }

    /// <summary>A server that is unreachable or starting may be there in a moment; wrong credentials will not get better.</summary>
    private static async Task AwaitAsync(NpgsqlDataSource owner, TimeSpan patience, CancellationToken ct)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = await owner.OpenConnectionAsync(ct);
                return;
            }
            catch (Exception away) when (DatabaseAway.Is(away) && Stopwatch.GetElapsedTime(began) < patience)
            {
                await Task.Delay(Pause, ct);
            }
        }
    }
}
