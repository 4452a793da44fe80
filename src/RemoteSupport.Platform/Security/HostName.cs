using System.Globalization;
using System.Net;

namespace RemoteSupport.Platform.Security;

/// <summary>Brings a host's name into the form that name servers and protocols understand.</summary>
internal static class HostName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true, AllowUnassigned = true };

    /// <summary>The lower-case ASCII form of a name or address, or null for what cannot be a host.</summary>
    public static string? Ascii(string host)
    {
        var bare = host.Trim().TrimStart('[').TrimEnd(']').TrimEnd('.');
        if (bare.Length is 0 or > 253) return null;
        if (bare.Contains(':', StringComparison.Ordinal)) return IPAddress.TryParse(bare, out _) ? bare : null;
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

    // With the underscore: no host on the internet has one, but containers do.
    private static bool IsAsciiNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_';
}
