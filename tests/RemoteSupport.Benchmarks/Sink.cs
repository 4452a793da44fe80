using System.Diagnostics;
using System.Globalization;

namespace RemoteSupport.Benchmarks;

/// <summary>A local mail server that takes everything as fast as it can.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly Process process;

    private Sink(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public static async Task<Sink> StartAsync()
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "sink.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        return new Sink(process, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
