using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RemoteSupport.Platform.Tests.Turn;

/// <summary>A real relay (coturn) on 127.0.0.1, which knows a secret.</summary>
public sealed class Coturn : Xunit.IAsyncLifetime
{
    public const string Secret = "the nodes and the relay know it";
    private readonly string folder = Directory.CreateTempSubdirectory("coturn-").FullName;
    private Process? process;

    public int Port { get; } = FreePort();

    /// <summary>What a node must know of it.</summary>
    public Dictionary<string, string?> NodeSettings => new() { ["Turn:Urls"] = $"turn:127.0.0.1:{Port}?transport=udp,turn:127.0.0.1:{Port}?transport=tcp", ["Turn:Secret"] = Secret };

    public async Task InitializeAsync()
    {
        var config = Path.Combine(folder, "turn.conf");
        await File.WriteAllTextAsync(config, Settings());
        try
        {
            // What it says is read and forgotten: a full pipe would stop it.
            process = Process.Start(new ProcessStartInfo("turnserver", ["-c", config]) { RedirectStandardOutput = true, RedirectStandardError = true });
            process!.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need Debian's package coturn.", missing);
        }

        await ListensAsync();
    }

    public async Task DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task ListensAsync()
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if (process!.HasExited) throw new InvalidOperationException($"turnserver ended with {process.ExitCode}.");
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

        throw new TimeoutException("turnserver does not listen.");
    }

    private string Settings() =>
        $"""
        listening-ip=127.0.0.1
        relay-ip=127.0.0.1
        listening-port={Port}
        fingerprint
        use-auth-secret
        static-auth-secret={Secret}
        realm=remotesupport
        no-tls
        no-dtls
        no-cli
        allow-loopback-peers
        log-file=stdout
        pidfile={folder}/pid
        userdb={folder}/db

        """;

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
