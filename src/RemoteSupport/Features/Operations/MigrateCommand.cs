using System.CommandLine;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Operations;

/// <summary>migrate: brings the database up to date, as its owner.</summary>
internal static class MigrateCommand
{
    /// <summary>Where the build puts the migrations.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "migrations");

    public static Command Make()
    {
        var command = new Command("migrate", "Brings the database up to date (ConnectionStrings:PostgresOwner).");
        command.SetAction(async (_, ct) =>
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            await using var owner = DataSetup.Source(configuration, DataSetup.Owner);
            var applied = await new Migrator(Folder, owner).MigrateAsync(ct);
            Console.WriteLine(applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", applied)}.");
            return 0;
        });
        return command;
    }
}
