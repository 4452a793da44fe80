using System.Net;
using System.Net.Sockets;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// The one door for outgoing connections (DL-6): it resolves a host, leaves out every address that is not public and not
/// allowed by the operator, and connects to the very address it checked, so a name cannot be re-pointed in between.
/// </summary>
public sealed class OutgoingGate
{
    /// <summary>How long one address of a host may take to answer before the next one is tried.</summary>
    private static readonly TimeSpan PerAddress = TimeSpan.FromSeconds(10);

    private readonly AllowedTargets allowed;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;

    /// <summary>Opens the gate for public addresses and for what the operator allows.</summary>
    /// <param name="allow">Networks (<c>10.1.0.0/16</c>), addresses and host names, one or several (comma or space) in a string.</param>
    /// <exception cref="FormatException">An entry is neither a network nor an address nor a host name.</exception>
    public OutgoingGate(IEnumerable<string> allow) : this(allow, Dns.GetHostAddressesAsync)
    {
    }

    internal OutgoingGate(IEnumerable<string> allow, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        allowed = AllowedTargets.Parse(allow);
        this.resolve = resolve;
    }

    /// <summary>Whether the operator has named this host or address: what goes there stays within the operator's own network.</summary>
    public bool IsAllowed(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return HostName.Ascii(host) is { } name && allowed.Names(name);
    }

    /// <summary>Whether this can be a host's name or address at all.</summary>
    public static bool IsHost(string? host) => host is { Length: > 0 } && HostName.Ascii(host) is not null;

    /// <summary>Connects to a host's first permitted address that answers. The stream owns its socket; Nagle's algorithm is off.</summary>
    /// <exception cref="OutgoingRefusedException">None of the host's addresses is permitted.</exception>
    /// <exception cref="SocketException">The name is unknown or nobody answers.</exception>
    public async Task<NetworkStream> ConnectAsync(string host, int port, CancellationToken ct)
    {
        var addresses = await PermittedAsync(host, ct);
        for (var i = 0; ; i++)
        {
            try
            {
                return await OpenAsync(addresses[i], port, ct);
            }
            catch (SocketException) when (i < addresses.Count - 1)
            {
                // The host has another address; the last one's failure is the caller's.
            }
        }
    }

    /// <summary>The same as <see cref="SocketsHttpHandler.ConnectCallback"/>. The handler must use no proxy, which would connect for it.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(context);
        return await ConnectAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, ct);
    }

    private async Task<List<IPAddress>> PermittedAsync(string host, CancellationToken ct)
    {
        var name = HostName.Ascii(host) ?? throw new OutgoingRefusedException();
        var addresses = IPAddress.TryParse(name, out var literal) ? [literal] : await resolve(name, ct);
        var permitted = addresses.Where(a => PublicAddress.Is(a) || allowed.Has(name, a)).ToList();
        if (permitted.Count > 0) return permitted;
        throw addresses.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new OutgoingRefusedException();
    }

    private static async Task<NetworkStream> OpenAsync(IPAddress address, int port, CancellationToken ct)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(PerAddress);
        try
        {
            await socket.ConnectAsync(address, port, limit.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception failure)
        {
            socket.Dispose();
            if (failure is OperationCanceledException && !ct.IsCancellationRequested) throw new SocketException((int)SocketError.TimedOut);
            throw;
        }
    }
}
