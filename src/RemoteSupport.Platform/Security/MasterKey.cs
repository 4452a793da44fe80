using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>The one secret outside the database (DL-5); every other key is derived from it, one for each purpose.</summary>
public sealed class MasterKey
{
    /// <summary>The length of the master key and of every derived key, in bytes.</summary>
    public const int Size = 32;

    private readonly byte[] secret;
    private readonly ConcurrentDictionary<string, byte[]> derived = new(StringComparer.Ordinal);

    /// <summary>Takes a copy of exactly <see cref="Size"/> bytes.</summary>
    public MasterKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Size)
            throw new ArgumentException($"A master key has exactly {Size} bytes.", nameof(secret));

        this.secret = secret.ToArray();
    }

    /// <summary>The key for one purpose (HKDF-SHA256). Purposes are constants of the program: each is kept once derived.</summary>
    public ReadOnlySpan<byte> DeriveKey(string purpose)
    {
        ArgumentException.ThrowIfNullOrEmpty(purpose);
        return derived.GetOrAdd(purpose, Derive);
    }

    /// <summary>Never the secret.</summary>
    public override string ToString() => nameof(MasterKey);

    private byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, Size, info: Encoding.UTF8.GetBytes($"RemoteSupport/1/{purpose}"));
}
