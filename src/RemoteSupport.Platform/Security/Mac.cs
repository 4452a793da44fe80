using System.Buffers.Binary;
using System.Security.Cryptography;

namespace RemoteSupport.Platform.Security;

/// <summary>HMAC-SHA256 over several parts, each led by its length: no two lists of parts give the same bytes.</summary>
internal static class Mac
{
    private const int Absent = -1;

    internal static byte[] Of(ReadOnlySpan<byte> key, params ReadOnlySpan<byte[]?> parts)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Span<byte> length = stackalloc byte[sizeof(int)];
        foreach (var part in parts)
        {
            BinaryPrimitives.WriteInt32BigEndian(length, part?.Length ?? Absent);
            mac.AppendData(length);
            mac.AppendData(part.AsSpan());
        }

        return mac.GetHashAndReset();
    }
}
