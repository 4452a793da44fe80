using System.Buffers.Binary;

namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>What a JPEG's tables and frame have to look like, so that nothing else hides in them.</summary>
internal static class JpegTables
{
    private const byte Quantization = 0xdb;
    private const byte Huffman = 0xc4;

    /// <summary>Whether a segment is exactly the tables that it begins; a restart's interval has two bytes.</summary>
    public static bool IsWhole(byte marker, ReadOnlySpan<byte> segment)
    {
        if (marker is not (Quantization or Huffman)) return segment.Length == 2;
        while (segment.Length > 0)
        {
            var length = marker == Quantization ? QuantizationLength(segment) : HuffmanLength(segment);
            if (length == 0 || length > segment.Length) return false;
            segment = segment[length..];
        }

        return true;
    }

    /// <summary>The size that a frame states: eight bits a sample, one to four colours.</summary>
    public static (int Width, int Height) SizeOf(ReadOnlySpan<byte> frame)
    {
        if (frame.Length < 6 || frame[0] != 8 || frame[5] is 0 or > 4 || frame.Length != 6 + 3 * frame[5]) throw new InvalidDataException("The frame is none.");
        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), BinaryPrimitives.ReadUInt16BigEndian(frame[3..]));
        return width > 0 && height > 0 ? (width, height) : throw new InvalidDataException("The frame has no size.");
    }

    private static int QuantizationLength(ReadOnlySpan<byte> table) => (table[0] >> 4) switch { 0 => 1 + 64, 1 => 1 + 128, _ => 0 };

    private static int HuffmanLength(ReadOnlySpan<byte> table)
    {
        if (table.Length < 17) return 0;
        var codes = 0;
        foreach (var count in table[1..17]) codes += count;
        return 17 + codes;
    }
}
