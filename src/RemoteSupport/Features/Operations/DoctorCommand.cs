using System.CommandLine;
using RemoteSupport.Platform.Web;

namespace RemoteSupport.Features.Operations;

/// <summary>doctor: looks at everything that a node needs, and says of each whether it is well or what to do (OP-1).</summary>
internal static class DoctorCommand
{
    public static Command Make()
    {
        var command = new Command("doctor", "Checks all that a node needs, and says what to do.");
        command.SetAction(async (_, ct) =>
        {
            var builder = WebApplication.CreateBuilder();
            builder.AddPlatformLogging();
            return await RunAsync(builder, Console.Out, ct);
        });
        return command;
    }

    /// <summary>0 when all is well, 1 when there is something to do. Nothing is changed and nothing is sent.</summary>
    public static async Task<int> RunAsync(WebApplicationBuilder builder, TextWriter to, CancellationToken ct)
    {
        var well = true;
        await foreach (var (what, todo) in Doctor.LookAsync(builder, ct))
        {
            well &= todo is null;
            await to.WriteLineAsync(todo is null ? $"ok    {what}" : $"TO DO {what}: {todo}");
        }

        await to.WriteLineAsync(well ? "All is well." : "There is something to do.");
        return well ? 0 : 1;
    }
}
