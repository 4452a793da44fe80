using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RemoteSupport.Benchmarks;

/// <summary>A program of ours in a process of its own, on a free port of 127.0.0.1. What it logs goes to a file.</summary>
internal sealed class Child : IAsyncDisposable
{
    private readonly Process process;

    private readonly string log;

    private Child(Process process, int port, string log) => (this.process, Port, this.log) = (process, port, log);

    public int Port { get; }

    /// <summary>The memory that it has now, in bytes.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>The most memory that it has had at once, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    public static async Task<Child> StartAsync(string assembly, string[] arguments, Dictionary<string, string> environment)
    {
        var port = FreePort();
        var log = Path.GetTempFileName();
        // The shell makes way for the program: what writes the log is the program alone, and its process is the one that is ended.
        var start = new ProcessStartInfo("sh", ["-c", "log=$1; shift; exec dotnet \"$@\" >\"$log\"", "sh", log, Path.Combine(AppContext.BaseDirectory, assembly), .. arguments]);
        foreach (var (key, value) in environment) start.Environment[key] = value;
        start.Environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        var process = Process.Start(start)!;
        var child = new Child(process, port, log);
        await child.ListensAsync();
        return child;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        File.Delete(log);
    }

    private async Task ListensAsync()
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (process.HasExited) throw new InvalidOperationException($"It ended with {process.ExitCode}:\n{await File.ReadAllTextAsync(log)}");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Port);
                return;
            }
            catch (SocketException)
            {
                // Not yet.
                await Task.Delay(100);
            }
        }

        throw new TimeoutException($"It does not listen on {Port}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
