using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>What may be kept, as what, and how long something deleted can be brought back.</summary>
public sealed record MediaRules
{
    /// <summary>The tabs of the library.</summary>
    public const string Photo = "photo", Video = "video", Document = "document";

    /// <summary>One hundred mebibytes a file; recordings are made here and have no such limit.</summary>
    public const long LargestFile = 100L << 20;

    /// <summary>What file fields offer; the content decides.</summary>
    public const string Accept = "image/png,image/jpeg,image/gif,image/webp,video/webm,video/mp4,video/quicktime,application/pdf,text/plain,text/csv,.log,.docx,.xlsx,.pptx,.odt,.ods,.odp";

    /// <summary>So long something deleted can be brought back; then it is erased.</summary>
    internal static TimeSpan Regret { get; } = TimeSpan.FromHours(1);

    /// <summary>What may be uploaded, here and in calls.</summary>
    public static FileRules Files { get; } = new(
        new HashSet<string>([
            "image/png", "image/jpeg", "image/gif", "image/webp", "video/webm", "video/mp4", "video/quicktime", "application/pdf", "text/plain", .. OfficeContent.MediaTypes,
        ]),
        LargestFile, "file");

    /// <summary>By its content.</summary>
    public static string KindOf(string mediaType) => FileContent.IsImage(mediaType) ? Photo : FileContent.IsVideo(mediaType) ? Video : Document;

    /// <summary>A name on one line; empty when nothing is left of it.</summary>
    internal static string Name(string? name)
    {
        var line = WellFormed.Text(string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return line.Length > 200 ? line[..200] : line;
    }
}
