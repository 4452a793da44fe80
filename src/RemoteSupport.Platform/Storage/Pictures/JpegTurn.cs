using System.Buffers.Binary;

namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>How a camera was held (Exif, tag 0x0112): without it a photograph would lie on its side.</summary>
internal static class JpegTurn
{
    private const ushort Orientation = 0x0112;
    private const ushort Upright = 1;
    private const int FieldLength = 12;

    /// <summary>2 to 8; null where the picture stands upright, or says nothing that can be read.</summary>
    public static ushort? Of(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 16 || !segment.StartsWith("Exif\0\0"u8)) return null;
        var tiff = segment[6..];
        var isLittle = tiff.StartsWith("II"u8);
        var start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2) return null;
        var fields = tiff[(int)start..];
        var count = Math.Min(Number(fields, isLittle), (fields.Length - 2) / FieldLength);
        for (var index = 0; index < count; index++)
        {
            var field = fields.Slice(2 + index * FieldLength, FieldLength);
            if (Number(field, isLittle) == Orientation) return Number(field[8..], isLittle) is var turn and > Upright and <= 8 ? turn : null;
        }

        return null;
    }

    /// <summary>Exif with that one field.</summary>
    public static byte[] Segment(ushort turn) => [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)turn, 0, 0, 0, 0, 0, 0];

    private static ushort Number(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
