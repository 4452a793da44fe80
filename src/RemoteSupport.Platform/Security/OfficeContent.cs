namespace RemoteSupport.Platform.Security;

/// <summary>What an archive is by what lies in it: a text, a sheet or slides of an office program. With macros it is none of them, and neither is any other archive.</summary>
public static class OfficeContent
{
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";
    private const string OpenDocument = "application/vnd.oasis.opendocument.";

    private static readonly (string MediaType, string Entry)[] Entries =
    [
        (OpenXml + "wordprocessingml.document", "word/document.xml"),
        (OpenXml + "spreadsheetml.sheet", "xl/workbook.xml"),
        (OpenXml + "presentationml.presentation", "ppt/presentation.xml"),
    ];

    /// <summary>All that can be found.</summary>
    public static IReadOnlyCollection<string> MediaTypes { get; } =
        [.. Entries.Select(entry => entry.MediaType), OpenDocument + "text", OpenDocument + "spreadsheet", OpenDocument + "presentation"];

    /// <summary>The media type of a whole archive; null when it is none of those above.</summary>
    public static async Task<string?> MediaTypeOfAsync(Stream archive, CancellationToken ct)
    {
        if (await ZipDirectory.NamesAsync(archive, ct) is not { } names || names.Any(IsActive)) return null;
        if (names.Contains("[Content_Types].xml")) return Entries.FirstOrDefault(entry => names.Contains(entry.Entry)).MediaType;
        return await ZipDirectory.MimeTypeAsync(archive, ct) is { } stated && MediaTypes.Contains(stated) ? stated : null;
    }

    private static bool IsActive(string name) =>
        name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || name.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase);
}
