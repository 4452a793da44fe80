using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Xunit;

namespace RemoteSupport.Platform.Tests.Messaging.Smtp;

/// <summary>A server that says exactly what a test wants, for what real servers never do when asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new(TimeSpan.FromSeconds(20));
    private readonly Task running;

    /// <param name="scripts">One for each connection, in their order.</param>
    public ScriptedServer(params Func<Talk, Task>[] scripts)
    {
        listener.Start();
        running = RunAsync(scripts);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public int Connections { get; private set; }

    /// <summary>Greets and answers EHLO.</summary>
    public static async Task GreetAsync(Talk talk, params string[] offers)
    {
        await talk.SayAsync("220 ready");
        Assert.Equal("EHLO node1.acme.example", await talk.HearAsync());
        await talk.SayAsync("250-mail.example");
        foreach (var offer in offers) await talk.SayAsync($"250-{offer}");
        await talk.SayAsync("250 HELP");
    }

    /// <summary>Takes one message from a client that pipelines.</summary>
    public static async Task TakeAsync(Talk talk)
    {
        for (var i = 0; i < 3; i++) await talk.HearAsync();
        await talk.SayAsync("250 sender", "250 recipient", "354 go on");
        await talk.HearTextAsync();
        await talk.SayAsync("250 taken");
    }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await running;
        end.Dispose();
    }

    private async Task RunAsync(Func<Talk, Task>[] scripts)
    {
        foreach (var script in scripts)
        {
            using var client = await listener.AcceptTcpClientAsync(end.Token);
            Connections++;
            await using var talk = new Talk(client.GetStream(), end.Token);
            await script(talk);
        }
    }

    internal sealed class Talk(Stream stream, CancellationToken ct) : IAsyncDisposable
    {
        private Stream stream = stream;

        public async Task SayAsync(params string[] lines) =>
            await stream.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + "\r\n"))), ct);

        /// <summary>The next line; null when the client has gone.</summary>
        public async Task<string?> HearAsync()
        {
            var line = new List<byte>();
            var one = new byte[1];
            while (await stream.ReadAsync(one, ct) == 1)
            {
                if (one[0] == '\n') return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
                line.Add(one[0]);
            }
            return null;
        }

        /// <summary>The lines up to the lone dot.</summary>
        public async Task<List<string>> HearTextAsync()
        {
            var lines = new List<string>();
            while (await HearAsync() is { } line && line != ".") lines.Add(line);
            return lines;
        }

        public async Task SecureAsync(TestAuthority authority)
        {
            var secure = new SslStream(stream);
            using var certificate = X509Certificate2.CreateFromPem(authority.Cert, authority.Key);
            await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, ct);
            stream = secure;
        }

        public ValueTask DisposeAsync() => stream.DisposeAsync();
    }
}
