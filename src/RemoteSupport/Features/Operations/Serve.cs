using Npgsql;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Operations;

/// <summary>Serves until it is told to stop.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var node = Node.Build(args);
        try
        {
            await RoleCheck.EnsureFencedAsync(node.Services.GetRequiredService<NpgsqlDataSource>());
        }
        catch (Exception unfit) when (unfit is InvalidOperationException or NpgsqlException)
        {
            await Console.Error.WriteLineAsync($"Not started: {unfit.Message}");
            return 1;
        }

        await node.RunAsync();
        return 0;
    }
}
