namespace RemoteSupport.Tests.Tenants;

/// <summary>Beginnings of pictures, as far as anybody looks at them.</summary>
internal static class Pictures
{
    public static byte[] Png(int width, int height, byte rest = 0) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1a, 0x0a, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, (byte)(width >> 8), (byte)width, 0, 0, (byte)(height >> 8), (byte)height,
        8, 6, 0, 0, 0, 0, 0, 0, 0, rest,
    ];

    /// <summary>With a comment before the frame.</summary>
    public static byte[] Jpeg(int width, int height) =>
    [
        0xff, 0xd8, 0xff, 0xfe, 0, 4, 65, 66, 0xff, 0xc0, 0, 11, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0,
    ];
}
