using System.Buffers.Binary;

namespace RemoteSupport.Features.Tenants;

/// <summary>A picture of a brand, known by what is in it and never by its file's name (TN-3).</summary>
internal sealed record BrandImage(string MediaType, int Width, int Height)
{
    /// <summary>256 KiB, as the database has it.</summary>
    public const int MostBytes = 256 * 1024;

    private const int ShortestSide = 16;
    private const int LongestSide = 2048;

    /// <summary>Null when the bytes are neither a PNG nor a JPEG whose size can be read.</summary>
    public static BrandImage? Read(ReadOnlySpan<byte> content) => ReadPng(content) ?? ReadJpeg(content);

    /// <summary>What is wrong with a logo or an icon, or null.</summary>
    public static TenantRefused? FlawOf(string kind, byte[] content)
    {
        if (content.Length > MostBytes) return new(kind, $"The {kind} has more than 256 KiB.");
        if (Read(content) is not { } image) return new(kind, $"The {kind} is neither a PNG nor a JPEG picture.");
        if (Math.Min(image.Width, image.Height) < ShortestSide || Math.Max(image.Width, image.Height) > LongestSide)
            return new(kind, $"The {kind} is {image.Width} × {image.Height} pixels: each side must be {ShortestSide} to {LongestSide}.");
        return kind == "icon" && image.Width != image.Height ? new(kind, $"The icon is {image.Width} × {image.Height} pixels: it must be square.") : null;
    }

    private static BrandImage? ReadPng(ReadOnlySpan<byte> content) =>
        content.Length >= 33 && content.StartsWith(PngStart) && content[12..16].SequenceEqual("IHDR"u8)
            ? new("image/png", BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]))
            : null;

    private static ReadOnlySpan<byte> PngStart => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>Goes from segment to segment up to the frame's header (SOF), which holds the size.</summary>
    private static BrandImage? ReadJpeg(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith<byte>([0xff, 0xd8, 0xff])) return null;
        for (var at = 2; at + 9 <= content.Length && content[at] == 0xff;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (IsFrame(content[at + 1]))
                return new("image/jpeg", BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]));
            at += 2 + length;
        }

        return null;
    }

    // C4, C8 and CC lie among the frames but are tables and an extension.
    private static bool IsFrame(byte marker) => marker is >= 0xc0 and <= 0xcf and not 0xc4 and not 0xc8 and not 0xcc;
}
