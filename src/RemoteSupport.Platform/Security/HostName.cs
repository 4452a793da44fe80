using System.Globalization;
using System.Net;

namespace RemoteSupport.Platform.Security;

/// <summary>Brings a host's name into the form that name servers and protocols understand.</summary>
internal static class HostName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true, AllowUnassigned = true };

    private const int LongestName = 253;
    private const int LongestLabel = 63;

    /// <summary>The lower-case ASCII form of a name or address, or null for what cannot be a host.</summary>
    public static string? Ascii(string host)
    {
        if (host.Contains(':', StringComparison.Ordinal)) return Ipv6(host);
        var bare = host.EndsWith('.') ? host[..^1] : host;
        if (bare.Length > LongestName || bare.Split('.').Any(label => label.Length is 0 or > LongestLabel)) return null;
        if (bare.All(IsAsciiNamePart)) return bare.ToLowerInvariant();
        try
        {
            return Idn.GetAscii(bare).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Ipv6(string host)
    {
        var bare = host is ['[', .., ']'] ? host[1..^1] : host;
        return IPAddress.TryParse(bare, out _) ? bare : null;
    }

    // With the underscore: no host on the internet has one, but containers do.
    private static bool IsAsciiNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
}
