using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace RemoteSupport.Tests.Operations;

/// <summary>Stands between a node and PostgreSQL; can be cut, which ends all connections and refuses new ones, and mended.</summary>
internal sealed class CuttableProxy : IAsyncDisposable
{
    private readonly int target;
    private readonly ConcurrentDictionary<Socket, bool> open = new();
    private TcpListener listener;
    private Task accepting;

    public CuttableProxy(int target)
    {
        this.target = target;
        listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        accepting = AcceptAsync(listener);
    }

    public int Port { get; }

    public async Task CutAsync()
    {
        listener.Stop();
        await accepting;
        foreach (var socket in open.Keys) socket.Dispose();
        open.Clear();
    }

    public void Mend()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        accepting = AcceptAsync(listener);
    }

    public async ValueTask DisposeAsync()
    {
        await CutAsync();
        listener.Dispose();
    }

    private async Task AcceptAsync(TcpListener at)
    {
        while (true)
        {
            try
            {
                _ = CarryAsync(await at.AcceptSocketAsync());
            }
            catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task CarryAsync(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        open[near] = open[far] = true;
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, target);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // Cut, or closed by one side: either way this connection is over.
        }
        finally
        {
            foreach (var socket in new[] { near, far })
            {
                socket.Dispose();
                open.TryRemove(socket, out _);
            }
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[16_384];
            for (int read; (read = await from.ReceiveAsync(buffer)) > 0;) await to.SendAsync(buffer.AsMemory(0, read));
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // The other direction ends with this one.
        }
    }
}
