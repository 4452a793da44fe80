using System.Security.Cryptography;
using System.Text;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Messaging;

/// <summary>
/// The return path of one message: an address that says which message came back, and that nobody can make up. Its local part is tenant, message
/// and the beginning of a token, in 62 letters and digits, whatever their case (RFC 5321 allows 64).
/// </summary>
public sealed class BounceAddress(LinkTokens tokens)
{
    private const string Purpose = "bounce";
    private const int IdLetters = 26;
    private const int ProofLetters = 10;
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>The address that a message's bounces go to.</summary>
    public string For(Guid tenantId, Guid messageId, string domain) => $"{Letters(tenantId)}{Letters(messageId)}{ProofOf(tenantId, messageId)}@{domain}";

    /// <summary>Which message an address stands for; null for an address that is none of ours.</summary>
    public (Guid TenantId, Guid MessageId)? Read(string? address)
    {
        var local = address?.Split('@')[0].ToLowerInvariant() ?? "";
        if (local.Length != (2 * IdLetters) + ProofLetters) return null;
        if (IdOf(local[..IdLetters]) is not { } tenant || IdOf(local[IdLetters..(2 * IdLetters)]) is not { } message) return null;
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(local[(2 * IdLetters)..]), Encoding.ASCII.GetBytes(ProofOf(tenant, message)));
        return isOurs ? (tenant, message) : null;
    }

    private string ProofOf(Guid tenantId, Guid messageId) => Base32(LinkTokens.HashOf(tokens.TokenFor(Purpose, tenantId, messageId)))[..ProofLetters];

    private static string Letters(Guid id) => Base32(id.ToByteArray(bigEndian: true));

    private static string Base32(byte[] bytes)
    {
        var text = new StringBuilder();
        var (held, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (held, bits) = ((held << 8 | one) & 0xfff, bits + 8);
            for (; bits >= 5; bits -= 5) text.Append(Alphabet[held >> (bits - 5) & 31]);
        }

        if (bits > 0) text.Append(Alphabet[held << (5 - bits) & 31]);
        return text.ToString();
    }

    private static Guid? IdOf(string letters)
    {
        var bytes = new byte[16];
        var (held, bits, at) = (0, 0, 0);
        foreach (var letter in letters)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) return null;
            (held, bits) = ((held << 5 | value) & 0xfff, bits + 5);
            if (bits < 8 || at == bytes.Length) continue;
            bytes[at++] = (byte)(held >> (bits - 8));
            bits -= 8;
        }

        return new Guid(bytes, bigEndian: true);
    }
}
