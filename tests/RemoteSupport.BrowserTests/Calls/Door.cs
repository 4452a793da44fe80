using System.Net;
using System.Net.Sockets;

namespace RemoteSupport.BrowserTests.Calls;

/// <summary>An address that leads to one node, and later to another, as a load balancer's does.</summary>
internal sealed class Door : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource closing = new();
    private readonly Task opening;

    public Door(int leadsTo)
    {
        LeadsTo = leadsTo;
        listener.Start();
        opening = OpenAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The node's port, for whoever comes from now on.</summary>
    public int LeadsTo { get; set; }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await opening;
        listener.Dispose();
        closing.Dispose();
    }

    private async Task OpenAsync()
    {
        List<Task> inside = [];
        try
        {
            while (true) inside.Add(PassAsync(await listener.AcceptTcpClientAsync(closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(inside);
        }
    }

    /// <summary>Until one of the two ends it.</summary>
    private async Task PassAsync(TcpClient client)
    {
        using (client)
        using (var node = new TcpClient())
        {
            try
            {
                await node.ConnectAsync(IPAddress.Loopback, LeadsTo, closing.Token);
                await await Task.WhenAny(client.GetStream().CopyToAsync(node.GetStream(), closing.Token), node.GetStream().CopyToAsync(client.GetStream(), closing.Token));
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException)
            {
                // As connections do.
            }
        }
    }
}
