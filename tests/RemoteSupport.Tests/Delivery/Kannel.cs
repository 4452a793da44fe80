using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RemoteSupport.Tests.Delivery;

/// <summary>A private Kannel on 127.0.0.1: bearerbox and smsbox of Debian's package, with a message centre behind.</summary>
internal sealed class Kannel : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string folder = Directory.CreateTempSubdirectory("kannel-").FullName;
    private readonly List<Process> boxes = [];
    private readonly int port = FreePort();

    public Uri Url => new($"http://127.0.0.1:{port}/cgi-bin/sendsms");

    /// <summary>Starts both boxes and waits until messages are taken.</summary>
    public static async Task<Kannel> StartAsync(int smscPort)
    {
        var kannel = new Kannel();
        var config = Path.Combine(kannel.folder, "kannel.conf");
        await File.WriteAllTextAsync(config, Configuration(smscPort, FreePort(), FreePort(), kannel.port));
        try
        {
            kannel.Start("bearerbox", config);
            await kannel.UntilAsync("bearerbox", "bind_transceiver_resp");
            kannel.Start("smsbox", config);
            await kannel.UntilAsync("smsbox", "Connected to bearerbox");
            return kannel;
        }
        catch
        {
            await kannel.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var box in Enumerable.Reverse(boxes))
        {
            // It ends by itself on SIGINT, after a while; nothing of it is worth waiting for.
            box.Kill();
            await box.WaitForExitAsync();
            box.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Start(string box, string config)
    {
        try
        {
            var start = new ProcessStartInfo($"/usr/sbin/{box}", ["-v", "4", "-F", LogOf(box), "-V", "0", config]) { RedirectStandardOutput = true, RedirectStandardError = true };
            var process = Process.Start(start)!;
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            boxes.Add(process);
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need Debian's package kannel.", missing);
        }
    }

    private string LogOf(string box) => Path.Combine(folder, box + ".log");

    private async Task UntilAsync(string box, string said)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!(File.Exists(LogOf(box)) && (await ReadAsync(LogOf(box))).Contains(said, StringComparison.OrdinalIgnoreCase)))
        {
            if (limit.IsCancellationRequested) throw new InvalidOperationException($"{box} did not get so far: {await ReadAsync(LogOf(box))}");
            await Task.Delay(100);
        }
    }

    private static async Task<string> ReadAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Configuration(int smsc, int admin, int box, int send) =>
        $"""
        group = core
        admin-interface = 127.0.0.1
        admin-port = {admin}
        admin-password = adm
        smsbox-interface = 127.0.0.1
        smsbox-port = {box}
        box-allow-ip = "127.0.0.1"
        box-deny-ip = "*.*.*.*"
        dlr-storage = internal

        group = smsc
        smsc = smpp
        smsc-id = SMPP
        host = 127.0.0.1
        port = {smsc}
        transceiver-mode = true
        smsc-username = app
        smsc-password = pw
        system-type = ""
        interface-version = 34
        msg-id-type = 0x00
        source-addr-autodetect = yes
        reconnect-delay = 1

        group = smsbox
        bearerbox-host = 127.0.0.1
        bearerbox-port = {box}
        sendsms-interface = 127.0.0.1
        sendsms-port = {send}

        group = sendsms-user
        username = app
        password = "{Sms.Secret}"
        max-messages = 8
        concatenation = true

        """;
}
