using System.Buffers.Binary;

namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>The checksum of a PNG's chunks (ISO 15948, annex D).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Entry)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes) crc = Table[(crc ^ one) & 255] ^ (crc >> 8);
        return ~crc;
    }

    /// <summary>Whether the number that stands next is right.</summary>
    public static bool IsOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> next) => Of(bytes) == BinaryPrimitives.ReadUInt32BigEndian(next);

    private static uint Entry(int index)
    {
        var entry = (uint)index;
        for (var bit = 0; bit < 8; bit++) entry = (entry & 1) == 1 ? 0xedb88320 ^ (entry >> 1) : entry >> 1;
        return entry;
    }
}
