using System.IO.Compression;
using System.Text;
using RemoteSupport.Platform.Security;
using Xunit;

namespace RemoteSupport.Platform.Tests.Security;

/// <summary>Office documents are archives; which, and whether something in them would run, their directory tells.</summary>
[Trait("Behaviour", "ML-1")]
public sealed class OfficeContentTests
{
    [Theory]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "[Content_Types].xml", "_rels/.rels", "word/document.xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xl/worksheets/sheet1.xml", "xl/workbook.xml", "[Content_Types].xml")]
    [InlineData("application/vnd.openxmlformats-officedocument.presentationml.presentation", "[Content_Types].xml", "ppt/presentation.xml")]
    [InlineData(null, "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")]
    [InlineData(null, "word/document.xml")]
    [InlineData(null, "report.exe")]
    public async Task A_document_is_what_lies_in_it(string? mediaType, params string[] entries) => Assert.Equal(mediaType, await OfficeContent.MediaTypeOfAsync(Zip(entries), default));

    [Theory]
    [InlineData("application/vnd.oasis.opendocument.text", "content.xml", "application/vnd.oasis.opendocument.text")]
    [InlineData("application/vnd.oasis.opendocument.spreadsheet", "content.xml", "application/vnd.oasis.opendocument.spreadsheet")]
    [InlineData("application/vnd.oasis.opendocument.text", "Basic/Standard/Module1.xml", null)]
    [InlineData("application/epub+zip", "content.xml", null)]
    public async Task An_open_document_says_itself_what_it_is(string stated, string entry, string? mediaType)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var type = zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open()) type.Write(Encoding.ASCII.GetBytes(stated));
            zip.CreateEntry(entry);
        }

        Assert.Equal(mediaType, await OfficeContent.MediaTypeOfAsync(archive, default));
    }

    [Fact]
    public async Task What_is_cut_off_or_only_begins_like_an_archive_is_no_document()
    {
        var whole = Zip("[Content_Types].xml", "word/document.xml").ToArray();
        Assert.Null(await OfficeContent.MediaTypeOfAsync(new MemoryStream(whole[..^30]), default));
        Assert.Null(await OfficeContent.MediaTypeOfAsync(new MemoryStream([.. "PK\u0003\u0004"u8, .. new byte[200]]), default));
        // A directory that claims to be larger than any document's.
        var vast = whole.ToArray();
        BitConverter.TryWriteBytes(vast.AsSpan(vast.Length - 22 + 12), 100_000_000);
        Assert.Null(await OfficeContent.MediaTypeOfAsync(new MemoryStream(vast), default));
    }

    private static MemoryStream Zip(params string[] entries)
    {
        var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries)
            {
                using var content = zip.CreateEntry(entry).Open();
                content.Write("<xml/>"u8);
            }

        return archive;
    }
}
