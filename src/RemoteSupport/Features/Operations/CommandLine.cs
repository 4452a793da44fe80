using System.CommandLine;
using RemoteSupport.Features.Tenants;

namespace RemoteSupport.Features.Operations;

/// <summary>The operator's commands. Without one of them the program serves.</summary>
internal static class CommandLine
{
    /// <summary>The command that the arguments name; null to serve.</summary>
    public static ParseResult? Find(string[] args)
    {
        var root = new RootCommand("RemoteSupport: serves, unless a command is given.") { MigrateCommand.Make(), TenantsCommand.Make() };
        return args is [var first, ..] && (first is "--help" or "-h" || root.Subcommands.Any(command => command.Name == first)) ? root.Parse(args) : null;
    }

    /// <summary>Runs a command; what cannot be understood ends with 2, as scripts expect.</summary>
    public static async Task<int> RunAsync(ParseResult command)
    {
        var code = await command.InvokeAsync();
        return command.Errors.Count > 0 ? 2 : code;
    }
}
