using System.Security.Cryptography;
using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// Seals secrets before they are stored (AES-256-GCM; DL-5). A sealed one opens only for the purpose and tenant it was sealed for;
/// anything else, and any changed byte, is a <see cref="CryptographicException"/>.
/// </summary>
public sealed class SecretSealer(MasterKey master)
{
    // version (1) | nonce (12) | tag (16) | ciphertext
    private const byte Version = 1;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int HeaderSize = 1 + NonceSize + TagSize;

    /// <summary>Seals bytes. What belongs to no tenant takes <see cref="Guid.Empty"/>.</summary>
    public byte[] Seal(string purpose, Guid tenantId, ReadOnlySpan<byte> secret)
    {
        var box = new byte[HeaderSize + secret.Length];
        box[0] = Version;
        var nonce = box.AsSpan(1, NonceSize);
        RandomNumberGenerator.Fill(nonce);

        using var aes = CipherFor(purpose);
        aes.Encrypt(nonce, secret, box.AsSpan(HeaderSize), box.AsSpan(1 + NonceSize, TagSize), BoundTo(tenantId));
        return box;
    }

    /// <summary>Seals a text as UTF-8.</summary>
    public byte[] SealText(string purpose, Guid tenantId, string secret) => Seal(purpose, tenantId, Encoding.UTF8.GetBytes(secret));

    /// <summary>Opens what <see cref="Seal"/> gave.</summary>
    public byte[] Open(string purpose, Guid tenantId, ReadOnlySpan<byte> box)
    {
        if (box.Length < HeaderSize || box[0] != Version)
            throw new CryptographicException("This is not a sealed secret of a known version.");

        var secret = new byte[box.Length - HeaderSize];
        using var aes = CipherFor(purpose);
        aes.Decrypt(box.Slice(1, NonceSize), box[HeaderSize..], box.Slice(1 + NonceSize, TagSize), secret, BoundTo(tenantId));
        return secret;
    }

    /// <summary>Opens what <see cref="SealText"/> gave.</summary>
    public string OpenText(string purpose, Guid tenantId, ReadOnlySpan<byte> box) =>
        Encoding.UTF8.GetString(Open(purpose, tenantId, box));

    private AesGcm CipherFor(string purpose) => new(master.DeriveKey($"seal/{purpose}"), TagSize);

    private static byte[] BoundTo(Guid tenantId) => [Version, .. tenantId.ToByteArray(bigEndian: true)];
}
