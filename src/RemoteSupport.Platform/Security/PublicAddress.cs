using System.Net;
using System.Net.Sockets;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// Tells addresses of the public internet from all others: private, loopback, link-local, carrier-grade NAT, multicast,
/// documentation, and the metadata services of clouds (DL-6).
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
        "168.63.129.16/32"); // Azure's platform service: a public number that answers only inside.

    // Only 2000::/3 is handed out; what in it leads elsewhere (Teredo, 6to4, documentation) is taken away again.
    private static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] NotPublic6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    public static bool Is(IPAddress address)
    {
        var real = Unwrap(address);
        return real.AddressFamily switch
        {
            AddressFamily.InterNetwork => !NotPublic4.Any(n => n.Contains(real)),
            AddressFamily.InterNetworkV6 => Public6.Contains(real) && !NotPublic6.Any(n => n.Contains(real)),
            _ => false,
        };
    }

    /// <summary>The IPv4 address inside an IPv6 one (mapped, or translated by NAT64), else the address itself.</summary>
    public static IPAddress Unwrap(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        return Nat64.Contains(address) ? new IPAddress(address.GetAddressBytes().AsSpan(12)) : address;
    }

    private static IPNetwork[] Networks(params string[] texts) => [.. texts.Select(IPNetwork.Parse)];
}
