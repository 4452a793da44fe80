using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// Tokens of secret links (DL-5). They are derived when a message is sent and never stored: the same purpose, tenant and id
/// give the same token on every node, and the database holds its hash only.
/// </summary>
public sealed class LinkTokens(MasterKey master)
{
    /// <summary>The token of one link, 43 characters that need no escaping in a URL.</summary>
    public string TokenFor(string purpose, Guid tenantId, Guid id)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        return TokenText.Of(Mac.Of(
            master.DeriveKey("links"),
            Encoding.UTF8.GetBytes(purpose),
            tenantId.ToByteArray(bigEndian: true),
            id.ToByteArray(bigEndian: true)));
    }

    /// <summary>What is stored of a token: its SHA-256.</summary>
    public static byte[] HashOf(string token) => TokenText.HashOf(token);

    /// <summary>The hash to look up for a token as it came in; false for what cannot be a token. Never throws.</summary>
    public static bool TryHash(string? token, out byte[] hash) => TokenText.TryHash(token, out hash);
}
