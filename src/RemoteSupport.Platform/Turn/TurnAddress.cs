using System.Globalization;
using System.Text.RegularExpressions;

namespace RemoteSupport.Platform.Turn;

/// <summary>Where a relay is, as browsers write it (RFC 7064, RFC 7065).</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Scheme">"turn", "turns", "stun" or "stuns".</param>
/// <param name="Host">Name or address; an IPv6 one without its brackets.</param>
/// <param name="Port">3478, or 5349 with TLS, where none was written.</param>
/// <param name="IsUdp">Spoken to by datagrams.</param>
public sealed partial record TurnAddress(string Text, string Scheme, string Host, int Port, bool IsUdp)
{
    /// <summary>It passes media on, and asks for credentials; else it only tells somebody their own address.</summary>
    public bool IsRelay => Scheme is "turn" or "turns";

    /// <summary>Spoken to with TLS.</summary>
    public bool IsSecure => Scheme is "turns" or "stuns";

    /// <summary>Null for what is no such address.</summary>
    public static TurnAddress? Read(string? text)
    {
        var parts = Shape().Match(text ?? "");
        if (!parts.Success) return null;
        var scheme = parts.Groups["scheme"].Value;
        var isSecure = scheme is "turns" or "stuns";
        var port = parts.Groups["port"] is { Success: true, Value: var written } ? int.Parse(written, CultureInfo.InvariantCulture) : isSecure ? 5349 : 3478;
        // Browsers know of no TLS over datagrams.
        var isUdp = !isSecure && parts.Groups["transport"].Value != "tcp";
        return port is 0 or > 65535 ? null : new TurnAddress(text!, scheme, parts.Groups["host"].Value.Trim('[', ']'), port, isUdp);
    }

    [GeneratedRegex(@"^(?<scheme>turns?|stuns?):(?<host>\[[0-9a-fA-F:.]+\]|[^\s:\[\]?/@]+)(:(?<port>[0-9]{1,5}))?(\?transport=(?<transport>udp|tcp))?\z")]
    private static partial Regex Shape();
}
