using System.IO.Compression;
using System.Text;
using RemoteSupport.Features.Brand;
using RemoteSupport.Platform.Storage.Pictures;
using RemoteSupport.Tests.Tenants;

namespace RemoteSupport.Tests.Brand;

/// <summary>What goes in is taken apart, what comes out is a picture and nothing else.</summary>
[Trait("Behaviour", "TN-3")]
public sealed class PictureTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("taken at 45.07N 7.68E <script>alert(1)</script>");

    public static TheoryData<string> AncillaryChunks => ["tEXt", "zTXt", "iTXt", "eXIf", "iCCP", "gAMA", "tIME", "acTL", "fdAT", "prVt"];

    [Theory, MemberData(nameof(AncillaryChunks))]
    public void Whatever_else_a_PNG_holds_goes(string type)
    {
        var picture = Read(Pictures.Png(Pictures.Header(20, 20), Pictures.Chunk(type, Secret), Pictures.Chunk("IDAT", Pictures.Pixels(20, 20, 7))));
        Assert.Equal(["IHDR", "IDAT", "IEND"], ChunksOf(picture.Content));
        Assert.Equal(Pictures.Png(20, 20, 7).Length, picture.Content.Length, 40.0);
    }

    [Fact]
    public void What_hangs_behind_the_end_or_in_the_packed_pixels_goes_and_the_pixels_stay()
    {
        var pixels = Pictures.Pixels(20, 20, 7);
        var picture = Read([.. Pictures.Png(Pictures.Header(20, 20), Pictures.Chunk("IDAT", pixels[..9]), Pictures.Chunk("IDAT", [.. pixels[9..], .. Secret])), .. Secret]);
        Assert.Equal(-1, picture.Content.AsSpan().IndexOf(Secret.AsSpan()));
        Assert.Equal(Enumerable.Range(0, 20).SelectMany(_ => Enumerable.Repeat((byte)7, 20).Prepend((byte)0)), UnpackedOf(picture.Content));
    }

    [Fact]
    public void What_was_written_anew_once_stays_as_it_is()
    {
        foreach (var upload in new[] { Pictures.Png(20, 30, 7), Pictures.Jpeg(20, 30) })
            Assert.Equal(Read(upload).Content, Read(Read(upload).Content).Content);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 16)]
    [InlineData(2, 8)]
    [InlineData(4, 16)]
    [InlineData(6, 8)]
    public void Every_colour_type_is_measured_by_its_own_depth(byte colour, byte depth)
    {
        var samples = colour switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var lines = Pictures.Packed([.. Enumerable.Range(0, 17).SelectMany(_ => new byte[1 + (17 * samples * depth + 7) / 8])]);
        Assert.Equal((17, 17), SizeOf(Pictures.Png(Pictures.Header(17, 17, depth, colour), Pictures.Chunk("IDAT", lines))));
    }

    [Fact]
    public void An_interlaced_PNG_has_seven_passes()
    {
        // 17 × 17 in Adam7: passes of 3×3, 2×3, 5×2, 4×5, 9×4, 8×9 and 17×8 pixels.
        var length = new[] { (3, 3), (2, 3), (5, 2), (4, 5), (9, 4), (8, 9), (17, 8) }.Sum(pass => (pass.Item1 + 1) * pass.Item2);
        var header = Pictures.Header(17, 17, interlace: 1);
        Assert.Equal((17, 17), SizeOf(Pictures.Png(header, Pictures.Chunk("IDAT", Pictures.Packed(new byte[length])))));
        IsRefused(Pictures.Png(header, Pictures.Chunk("IDAT", Pictures.Packed(new byte[length - 1]))), PictureFlaw.Damaged);
    }

    [Fact]
    public void A_palette_and_its_transparency_stay()
    {
        byte[] palette = [1, 2, 3, 4, 5, 6];
        var picture = Read(Pictures.Png(Pictures.Header(20, 20, 8, 3), Pictures.Chunk("PLTE", palette), Pictures.Chunk("tRNS", [0, 255]), Pictures.Chunk("IDAT", Pictures.Pixels(20, 20))));
        Assert.Equal(["IHDR", "PLTE", "tRNS", "IDAT", "IEND"], ChunksOf(picture.Content));
        IsRefused(Pictures.Png(Pictures.Header(20, 20, 8, 3), Pictures.Chunk("IDAT", Pictures.Pixels(20, 20))), PictureFlaw.Damaged);
    }

    public static TheoryData<byte[]> DamagedPictures =>
    [
        Pictures.Png(20, 20)[..40],
        Pictures.Png(20, 20)[..^12],
        [.. Pictures.Png(20, 20)[..20], 9, .. Pictures.Png(20, 20)[21..]],
        Pictures.Png(Pictures.Chunk("IDAT", Pictures.Pixels(20, 20))),
        Pictures.Png(Pictures.Header(20, 20, 3), Pictures.Chunk("IDAT", Pictures.Pixels(20, 20))),
        Pictures.Png(Pictures.Header(20, 20), Pictures.Chunk("IDAT", Pictures.Pixels(20, 19))),
        Pictures.Png(Pictures.Header(20, 20), Pictures.Chunk("IDAT", Pictures.Pixels(20, 21))),
        Pictures.Png(Pictures.Header(20, 20), Pictures.Chunk("IDAT", Pictures.Pixels(20, 20, filter: 5))),
        Pictures.Png(Pictures.Header(20, 20), Pictures.Chunk("IDAT", Secret)),
        Pictures.Png(Pictures.Header(20, 20), Pictures.Chunk("EVIL", Secret), Pictures.Chunk("IDAT", Pictures.Pixels(20, 20))),
        Pictures.Jpeg(20, 20)[..^1],
        Pictures.Jpeg(20, 20)[..60],
        Pictures.Jpeg([0xff, 0xdb, 0, 7, 0, 1, 2, 3, 4], 20, 20),
        Pictures.Jpeg([0xff, 0xc4, 0, 5, 0, 1, 2], 20, 20),
        Pictures.Jpeg([0xff, 0xc9, 0, 4, 0, 1], 20, 20),
        Pictures.Jpeg([0xff, 0xfe, 0, 1], 20, 20),
        Pictures.Jpeg(20, 0),
        [0xff, 0xd8, 0xff, 0xd9],
    ];

    [Theory, MemberData(nameof(DamagedPictures))]
    public void What_is_no_whole_picture_is_refused(byte[] upload) => IsRefused(upload, PictureFlaw.Damaged);

    [Fact]
    public void Cut_anywhere_a_picture_is_refused_and_never_breaks_the_reader()
    {
        foreach (var whole in new[] { Pictures.Png(20, 20), Pictures.Jpeg(20, 20) })
            for (var length = 8; length < whole.Length; length++) Assert.False(Picture.TryRead(whole[..length], 2048, out _, out _), $"{length} bytes");
    }

    [Fact]
    public void A_picture_that_would_unpack_to_a_wall_is_refused_before_it_is_unpacked() =>
        IsRefused(Pictures.Png(Pictures.Header(60_000, 60_000), Pictures.Chunk("IDAT", [])), PictureFlaw.TooLong);

    [Fact]
    public void What_cameras_and_programs_write_into_a_JPEG_goes_and_only_the_turn_stays()
    {
        byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0, .. Secret];
        var picture = Read([.. Pictures.Jpeg([.. Segment(0xe1, exif), .. Segment(0xe2, Secret), .. Segment(0xed, Secret), .. Segment(0xfe, Secret)], 20, 30), .. Secret]);

        Assert.Equal(-1, picture.Content.AsSpan().IndexOf("script"u8));
        Assert.Equal((20, 30), (picture.Width, picture.Height));
        Assert.Equal(Pictures.Jpeg([.. Segment(0xe1, [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0])], 20, 30), picture.Content);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", typeof(PictureIsSvg))]
    [InlineData("<?xml version='1.0'?>\n<!-- a drawing --><SVG/>", typeof(PictureIsSvg))]
    [InlineData("GIF89a", typeof(NoPicture))]
    [InlineData("<html><script>alert(1)</script>", typeof(NoPicture))]
    [InlineData("", typeof(PictureMissing))]
    public void Only_PNG_and_JPEG_are_pictures_of_a_brand_and_the_reason_is_said(string content, Type refusal) =>
        Assert.IsType(refusal, BrandPicture.Read("logo", Encoding.UTF8.GetBytes(content)).Refusal);

    [Fact]
    public void Sizes_have_limits()
    {
        Assert.Null(BrandPicture.Read("logo", Pictures.Png(16, 2048)).Refusal);
        Assert.IsType<PictureOfWrongSize>(BrandPicture.Read("logo", Pictures.Png(15, 100)).Refusal);
        Assert.IsType<PictureOfWrongSize>(BrandPicture.Read("logo", Pictures.Png(2049, 100)).Refusal);
        Assert.Equal([64, 32], BrandPicture.Read("icon", Pictures.Png(64, 32)).Refusal!.Arguments.Cast<int>());
        Assert.IsType<PictureTooLarge>(BrandPicture.Read("logo", [.. Pictures.Png(20, 20), .. new byte[BrandPicture.MostBytes]]).Refusal);
    }

    private static byte[] Segment(byte marker, byte[] content) => [0xff, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static Picture Read(byte[] upload) => Picture.TryRead(upload, 2048, out var picture, out var flaw) ? picture : throw new InvalidOperationException(flaw.ToString());

    private static (int, int) SizeOf(byte[] upload) => (Read(upload).Width, Read(upload).Height);

    private static void IsRefused(byte[] upload, PictureFlaw expected)
    {
        Assert.False(Picture.TryRead(upload, 2048, out _, out var flaw));
        Assert.Equal(expected, flaw);
    }

    private static List<string> ChunksOf(byte[] png)
    {
        var types = new List<string>();
        for (var at = 8; at < png.Length; at += 12 + System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at))) types.Add(Encoding.ASCII.GetString(png, at + 4, 4));
        return types;
    }

    private static byte[] UnpackedOf(byte[] png)
    {
        var length = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var lines = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        using var output = new MemoryStream();
        lines.CopyTo(output);
        return output.ToArray();
    }
}
