using System.Net;
using System.Net.Sockets;

namespace RemoteSupport.Tests.Hosting;

/// <summary>HTTP to a node by any host name: .NET does not resolve *.localhost, so every connection goes to 127.0.0.1.</summary>
internal static class TestHttp
{
    private static readonly HttpClient Client = new(Handler());

    /// <summary>What connects to a node whatever the host's name.</summary>
    public static SocketsHttpHandler Handler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = async (context, ct) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    /// <summary>Something large is announced first, so that a node that does not want it can say so before it comes.</summary>
    public static Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.ExpectContinue = request.Content?.Headers.ContentLength > 1_000_000;
        return Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public static HttpRequestMessage Request(TestTenant tenant, HttpMethod method, string path, string? host = null)
    {
        var request = new HttpRequestMessage(method, new Uri($"http://{host ?? tenant.Host}:{tenant.Node.Port}{path}"));
        request.Headers.Add(TestClock.Header, tenant.Now.ToString("O"));
        return request;
    }
}
