using System.Net;

namespace RemoteSupport.Platform.Security;

/// <summary>What an operator lets outgoing traffic reach besides public addresses: networks, and hosts wherever they are.</summary>
internal sealed class AllowedTargets(IReadOnlyList<IPNetwork> networks, IReadOnlySet<string> hosts)
{
    private static readonly char[] Separators = [',', ';', ' ', '\t', '\n'];

    public static AllowedTargets Parse(IEnumerable<string> entries)
    {
        var networks = new List<IPNetwork>();
        var hosts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in entries.SelectMany(e => e.Split(Separators, StringSplitOptions.RemoveEmptyEntries)))
        {
            if (NetworkOf(entry) is { } network) networks.Add(network);
            else if (!entry.Contains('/', StringComparison.Ordinal) && HostName.Ascii(entry) is { } host) hosts.Add(host);
            else throw new FormatException($"\"{entry}\" is neither a network (10.1.0.0/16) nor an address nor a host name.");
        }
        return new AllowedTargets(networks, hosts);
    }

    public bool Has(string host, IPAddress address) =>
        hosts.Contains(host) || networks.Any(n => n.Contains(PublicAddress.Unwrap(address)));

    /// <summary>Whether a host is allowed as it is written, whatever addresses its name has.</summary>
    public bool Names(string host) => IPAddress.TryParse(host, out var address) ? Has(host, address) : hosts.Contains(host);

    private static IPNetwork? NetworkOf(string entry)
    {
        if (IPNetwork.TryParse(entry, out var network)) return network;
        if (!IPAddress.TryParse(entry, out var address)) return null;
        return new IPNetwork(address, address.GetAddressBytes().Length * 8);
    }
}
