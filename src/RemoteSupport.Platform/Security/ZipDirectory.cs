using System.Buffers.Binary;
using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>Reads what lies in an archive (APPNOTE 4.3) without unpacking any of it, and no more of it than an honest document needs.</summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int LargestDirectory = 4 << 20;
    private const int HeaderLength = 46;
    private const int LocalLength = 30;
    private const int LongestMimeType = 100;

    /// <summary>The names of all entries; null when it is no whole archive, or one with more in it than makes sense.</summary>
    public static async Task<IReadOnlySet<string>?> NamesAsync(Stream archive, CancellationToken ct)
    {
        var tail = await ReadAsync(archive, Math.Max(0, archive.Length - EndLength - LongestComment), EndLength + LongestComment, ct);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || tail.Length - end < EndLength) return null;
        var (size, start) = (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12)), BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)));
        if (size > LargestDirectory || start > archive.Length) return null;
        return Names(await ReadAsync(archive, start, (int)size, ct));
    }

    /// <summary>What an OpenDocument file says of itself: its first entry, not packed (ODF 1.3, part 2, 3.3).</summary>
    public static async Task<string?> MimeTypeAsync(Stream archive, CancellationToken ct)
    {
        var head = await ReadAsync(archive, 0, LocalLength + 8 + LongestMimeType, ct);
        if (head.Length <= LocalLength + 8 || !head.AsSpan(LocalLength).StartsWith("mimetype"u8)) return null;
        var (packing, length) = (BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(8)), BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(18)));
        var start = LocalLength + 8 + BinaryPrimitives.ReadUInt16LittleEndian(head.AsSpan(28));
        return packing == 0 && length <= LongestMimeType && start + length <= head.Length ? Encoding.ASCII.GetString(head, start, (int)length) : null;
    }

    private static HashSet<string>? Names(ReadOnlySpan<byte> directory)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (directory.Length > 0)
        {
            if (directory.Length < HeaderLength || !directory.StartsWith("PK\u0001\u0002"u8)) return null;
            var name = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var length = HeaderLength + name + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (length > directory.Length) return null;
            names.Add(Encoding.UTF8.GetString(directory.Slice(HeaderLength, name)));
            directory = directory[length..];
        }

        return names;
    }

    private static async Task<byte[]> ReadAsync(Stream archive, long from, int most, CancellationToken ct)
    {
        var bytes = new byte[most];
        archive.Position = from;
        return bytes[..await archive.ReadAtLeastAsync(bytes, most, throwOnEndOfStream: false, ct)];
    }
}
