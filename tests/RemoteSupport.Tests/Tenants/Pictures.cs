using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace RemoteSupport.Tests.Tenants;

/// <summary>Small whole pictures, made chunk by chunk, and ways to spoil them.</summary>
internal static class Pictures
{
    private static readonly byte[] Signature = [0x89, .. "PNG\r\n"u8, 0x1a, 0x0a];

    /// <summary>Grey, eight bits; <paramref name="rest"/> is its shade.</summary>
    public static byte[] Png(int width, int height, byte rest = 0) => Png(Header(width, height), Chunk("IDAT", Pixels(width, height, rest)));

    /// <summary>Of these chunks, with its end.</summary>
    public static byte[] Png(params byte[][] chunks) => [.. Signature, .. chunks.SelectMany(chunk => chunk), .. Chunk("IEND", [])];

    public static byte[] Header(int width, int height, byte depth = 8, byte colour = 0, byte interlace = 0) =>
        Chunk("IHDR", [0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height, depth, colour, 0, 0, interlace]);

    /// <summary>Packed lines of one shade, each behind its filter.</summary>
    public static byte[] Pixels(int width, int height, byte shade = 0, byte filter = 0) =>
        Packed([.. Enumerable.Range(0, height).SelectMany(_ => Enumerable.Repeat(shade, width).Prepend(filter))]);

    public static byte[] Packed(byte[] lines)
    {
        using var output = new MemoryStream();
        using (var packed = new ZLibStream(output, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(lines);
        return output.ToArray();
    }

    public static byte[] Chunk(string type, byte[] data)
    {
        var named = Encoding.ASCII.GetBytes(type).Concat(data).ToArray();
        var (length, sum) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32BigEndian(length, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(named));
        return [.. length, .. named, .. sum];
    }

    /// <summary>With a comment before the frame.</summary>
    public static byte[] Jpeg(int width, int height) => Jpeg([0xff, 0xfe, 0, 4, 65, 66], width, height);

    /// <summary>Grey, one scan; with these segments before its tables.</summary>
    public static byte[] Jpeg(byte[] segments, int width, int height) =>
    [
        0xff, 0xd8, .. segments, 0xff, 0xdb, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
        0xff, 0xc0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
        0xff, 0xc4, 0, 20, 0, 1, .. new byte[15], 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd9,
    ];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
        }

        return ~crc;
    }
}
