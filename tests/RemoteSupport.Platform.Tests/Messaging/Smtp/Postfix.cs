using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

/// <summary>A private postfix on 127.0.0.1 that delivers <c>@acme.localhost</c> to folders. It needs root, as postfix does.</summary>
public sealed class Postfix : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string folder = Directory.CreateTempSubdirectory("postfix-").FullName;
    private bool started;

    public int Port { get; } = FreePort();

    internal static TestAuthority Authority { get; } = new();

    public async Task InitializeAsync()
    {
        var mail = Directory.CreateDirectory(Path.Combine(folder, "mail")).FullName;
        var config = Directory.CreateDirectory(Path.Combine(folder, "config")).FullName;
        foreach (var name in new[] { "data", "spool" }) Directory.CreateDirectory(Path.Combine(folder, name));
        await RunAsync("chmod", "755", folder);
        await RunAsync("chown", "postfix", Path.Combine(folder, "data"), mail);
        await File.WriteAllTextAsync(Path.Combine(config, "cert.pem"), Authority.Cert);
        await File.WriteAllTextAsync(Path.Combine(config, "key.pem"), Authority.Key);
        await File.WriteAllTextAsync(Path.Combine(config, "main.cf"), Main(await UserIdAsync()));
        await File.WriteAllTextAsync(Path.Combine(config, "master.cf"), Master());
        await RunAsync("postfix", "-c", config, "start");
        started = true;
    }

    /// <summary>The next message that was delivered to a folder, its bytes read as UTF-8.</summary>
    public async Task<string> DeliveredAsync(string folder)
    {
        var inbox = Path.Combine(this.folder, "mail", folder, "new");
        using var limit = new CancellationTokenSource(Patience);
        while (!Directory.Exists(inbox) || Directory.GetFiles(inbox).Length == 0) await Task.Delay(50, limit.Token);
        var file = Directory.GetFiles(inbox)[0];
        var text = await File.ReadAllTextAsync(file, Encoding.UTF8, limit.Token);
        File.Delete(file);
        return text;
    }

    public async Task DisposeAsync()
    {
        if (started) await RunAsync("postfix", "-c", Path.Combine(folder, "config"), "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<string> UserIdAsync() => (await RunAsync("id", "-u", "postfix")).Trim();

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        try
        {
            using var process = Process.Start(start)!;
            using var limit = new CancellationTokenSource(Patience);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode == 0) return output;
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed. These tests need Debian's postfix and root.");
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException("These tests need Debian's package postfix.", missing);
        }
    }

    private string Main(string userId) =>
        $$"""
        compatibility_level = 3.6
        queue_directory = {{folder}}/spool
        data_directory = {{folder}}/data
        maillog_file = {{folder}}/log
        maillog_file_prefixes = {{folder}}
        myhostname = mail.acme.localhost
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        mydestination =
        alias_maps =
        virtual_mailbox_domains = acme.localhost
        virtual_mailbox_base = {{folder}}/mail
        virtual_mailbox_maps = inline:{ alice@acme.localhost=alice/, jörg@acme.localhost=joerg/ }
        virtual_uid_maps = static:{{userId}}
        virtual_gid_maps = static:{{userId}}
        virtual_minimum_uid = 1
        default_transport = error:5.1.2 no outside mail
        message_size_limit = 100000
        smtpd_tls_cert_file = {{folder}}/config/cert.pem
        smtpd_tls_key_file = {{folder}}/config/key.pem
        smtpd_tls_security_level = may

        """;

    private string Master() =>
        $"""
        127.0.0.1:{Port} inet n - n - - smtpd
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        tlsmgr unix - - n 1000? 1 tlsmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        proxymap unix - - n - - proxymap
        error unix - - n - - error
        retry unix - - n - - error
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;
}
