using System.Net;
using System.Net.Sockets;
using System.Text;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Web;

/// <summary>Bytes as no client library would send them, over a connection of their own.</summary>
internal static class RawHttp
{
    /// <summary>Sends the bytes (each character one byte) and reads until the server has nothing more to say.</summary>
    public static async Task<string> SendAsync(TestTenant tenant, string bytes)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, tenant.Node.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(bytes));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await reader.ReadToEndAsync(patience.Token);
    }

    /// <summary>A request that ends its connection, so that the answer ends, too.</summary>
    public static string Request(TestTenant tenant, string line, string headers = "", string body = "") =>
        $"{line} HTTP/1.1\r\nHost: {tenant.Host}:{tenant.Node.Port}\r\nConnection: close\r\n{headers}{(body.Length > 0 ? $"Content-Length: {body.Length}\r\n" : "")}\r\n{body}";

    /// <summary>The answer's status.</summary>
    public static int StatusOf(string answer) => int.Parse(answer.AsSpan("HTTP/1.1 ".Length, 3), null);
}
