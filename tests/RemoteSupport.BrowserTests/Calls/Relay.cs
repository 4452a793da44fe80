using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>A real relay (coturn) on 127.0.0.1, and what a node must know of it.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("relay-").FullName;
    private readonly string secret = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
    private readonly int port = FreePort();
    private Process process = null!;

    public Dictionary<string, string?> Settings => new() { ["Turn:Urls"] = $"turn:127.0.0.1:{port}?transport=udp,turn:127.0.0.1:{port}?transport=tcp", ["Turn:Secret"] = secret };

    public static async Task<Relay> StartAsync()
    {
        var relay = new Relay();
        await relay.BeginAsync();
        return relay;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private async Task BeginAsync()
    {
        var settings = Path.Combine(folder, "turn.conf");
        await File.WriteAllTextAsync(settings, Configuration());
        try
        {
            process = Process.Start(new ProcessStartInfo("turnserver", ["-c", settings]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("This test needs Debian's package coturn.", missing);
        }

        // What it says is read and forgotten: a full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await ListensAsync();
    }

    private async Task ListensAsync()
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (process.HasExited) throw new InvalidOperationException($"turnserver ended with {process.ExitCode}.");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
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

    /// <summary>Loopback peers are for a machine by itself.</summary>
    private string Configuration() =>
        $"""
        listening-ip=127.0.0.1
        relay-ip=127.0.0.1
        listening-port={port}
        fingerprint
        use-auth-secret
        static-auth-secret={secret}
        realm=remotesupport
        no-tls
        no-dtls
        no-cli
        allow-loopback-peers
        log-file=stdout
        pidfile={folder}/pid
        userdb={folder}/db

        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
