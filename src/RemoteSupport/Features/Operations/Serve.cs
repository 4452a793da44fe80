using Npgsql;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Operations;

/// <summary>Serves until it is told to stop.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        WebApplication node;
        try
        {
            node = Node.Build(args);
            await RoleCheck.EnsureFencedAsync(node.Services.GetRequiredService<NpgsqlDataSource>());
        }
        catch (Exception unfit) when (unfit is InvalidOperationException or PostgresException or ArgumentException || DatabaseAway.Is(unfit))
        {
            await Console.Error.WriteLineAsync($"Not started: {DatabaseAdvice.For(unfit, DataSetup.App)}");
            return 1;
        }

        await using (node) await node.RunAsync();
        return 0;
    }
}
