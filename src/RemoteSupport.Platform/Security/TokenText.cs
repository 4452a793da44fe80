using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>The form of every token: 256 bits as base64url without padding; stored is only the SHA-256 of that text.</summary>
internal static class TokenText
{
    private const int Length = 43;

    internal static string Of(ReadOnlySpan<byte> bits) => Base64Url.EncodeToString(bits);

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    internal static bool TryHash(string? token, out byte[] hash)
    {
        var wellFormed = token is { Length: Length } && token.All(IsBase64Url);
        hash = wellFormed ? HashOf(token!) : [];
        return wellFormed;
    }

    private static bool IsBase64Url(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
