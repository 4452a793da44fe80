using System.Text;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

public sealed class FileContentTests
{
    public static TheoryData<byte[], string?> Contents => new()
    {
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "image/png" },
        { [0x89, 0x50, 0x4E, 0x47, 0x0A], null },
        { [0xFF, 0xD8, 0xFF, 0xE0, 0], "image/jpeg" },
        { "GIF89a\0\0"u8.ToArray(), "image/gif" },
        { [.. "RIFF"u8, 1, 2, 3, 4, .. "WEBPVP8 "u8], "image/webp" },
        { [.. "RIFF"u8, 1, 2, 3, 4, .. "WAVEfmt "u8], null },
        { "%PDF-1.7\n%\u00e2\u00e3"u8.ToArray(), "application/pdf" },
        { "2026-11-22 12:00:00 ERROR größer\n"u8.ToArray(), "text/plain" },
        { "\u001b[31mred\u001b[0m\ttab\r\n"u8.ToArray(), "text/plain" },
        { "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "text/plain" },
        { Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("Zeile\n")).ToArray(), "text/plain" },
        { "nul\0byte"u8.ToArray(), null },
        { [0xC3, 0x28, 0x41], null },
        { "PK\u0003\u0004"u8.ToArray(), "application/zip" },
        { [0x1A, 0x45, 0xDF, 0xA3, 0x9F, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x84, .. "webm"u8], "video/webm" },
        { [0x1A, 0x45, 0xDF, 0xA3, 0xA3, 0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x88, .. "matroska"u8], null },
        { [0, 0, 0, 0x20, .. "ftypisom"u8, 0, 0, 2, 0], "video/mp4" },
        { [0, 0, 0, 0x1C, .. "ftypiso5"u8, 0, 0, 2, 0], "video/mp4" },
        { [0, 0, 0, 0x14, .. "ftypqt  "u8, 0, 0, 2, 0], "video/quicktime" },
        { [0, 0, 0, 0x18, .. "ftypheic"u8, 0, 0, 0, 0], null },
        { "#EXTM3U\nfile:///etc/passwd\n"u8.ToArray(), "text/plain" },
        { "MZ\u0090\0"u8.ToArray(), null },
        { [], "text/plain" },
    };

    /// <summary>Names and declared types count for nothing; a picture with active content is text here, and is never shown as a picture.</summary>
    [Theory, MemberData(nameof(Contents)), Trait("Behaviour", "PR-2")]
    public void A_file_is_what_its_first_bytes_say(byte[] head, string? mediaType) => Assert.Equal(mediaType, FileContent.MediaTypeOf(head));

    [Fact, Trait("Behaviour", "PR-2")]
    public void A_character_may_be_cut_where_the_head_ends()
    {
        var head = Encoding.UTF8.GetBytes(new string('ä', FileContent.HeadLength))[1..(FileContent.HeadLength + 1)];
        Assert.Null(FileContent.MediaTypeOf(head));
        head = Encoding.UTF8.GetBytes("x" + new string('ä', FileContent.HeadLength))[..FileContent.HeadLength];
        Assert.Equal("text/plain", FileContent.MediaTypeOf(head));
    }
}
