using System.Net.Security;
using System.Text;

namespace RemoteSupport.Platform.Messaging.Smtp;

/// <summary>One connection: sends commands and reads their replies, in clear or within TLS.</summary>
internal sealed class SmtpConnection(Stream stream, TimeProvider clock) : IAsyncDisposable
{
    private static readonly ReadOnlyMemory<byte> Quit = "QUIT\r\n"u8.ToArray();
    private static readonly TimeSpan QuitTimeout = TimeSpan.FromSeconds(1);

    private Stream stream = stream;
    private SmtpReader reader = new(stream);

    public SmtpOffers Offers { get; set; } = new(new SmtpReply(220, [""]));

    /// <summary>How many messages it carried.</summary>
    public int Messages { get; set; }

    public async Task<SmtpReply> AskAsync(string command, TimeSpan limit, CancellationToken ct) =>
        (await AskAsync(Encoding.UTF8.GetBytes(command + "\r\n"), 1, limit, ct))[^1];

    /// <summary>Writes all at once and reads so many replies, fewer if the server says goodbye.</summary>
    public Task<List<SmtpReply>> AskAsync(ReadOnlyMemory<byte> bytes, int replies, TimeSpan limit, CancellationToken ct) =>
        clock.WithinAsync(limit, async token =>
        {
            if (!bytes.IsEmpty) await stream.WriteAsync(bytes, token);
            var read = new List<SmtpReply>(replies);
            while (read.Count < replies && !(read.Count > 0 && read[^1].SaysGoodbye)) read.Add(await reader.ReadAsync(token));
            return read;
        }, ct);

    /// <summary>Goes on within TLS. What the server sent before it is forgotten: somebody on the way could have written it.</summary>
    public Task SecureAsync(SslClientAuthenticationOptions options, TimeSpan limit, CancellationToken ct) =>
        clock.WithinAsync(limit, async token =>
        {
            var secure = new SslStream(stream);
            stream = secure;
            await secure.AuthenticateAsClientAsync(options, token);
            reader = new SmtpReader(secure);
            return true;
        }, ct);

    /// <summary>Says goodbye without waiting for the answer, and closes.</summary>
    public async ValueTask CloseAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(QuitTimeout, clock);
            await stream.WriteAsync(Quit, limit.Token);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // The server went first.
        }
        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
