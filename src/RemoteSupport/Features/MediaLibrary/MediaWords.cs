using System.Globalization;
using Microsoft.Extensions.Localization;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Writes facts of items as people read them.</summary>
internal static class MediaWords
{
    private const double Kilo = 1024;

    /// <summary>"3 KB", "1.4 MB", "2 GB".</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes.ToString(CultureInfo.CurrentCulture)} B",
        < 1024 * 1024 => $"{(bytes / Kilo).ToString("0", CultureInfo.CurrentCulture)} KB",
        < 1024 * 1024 * 1024 => $"{(bytes / Kilo / Kilo).ToString("0.#", CultureInfo.CurrentCulture)} MB",
        _ => $"{(bytes / Kilo / Kilo / Kilo).ToString("0.#", CultureInfo.CurrentCulture)} GB",
    };

    /// <summary>"0:42", "1:07:30"; null where it is not known.</summary>
    public static string? Length(int? milliseconds)
    {
        if (milliseconds is not { } known) return null;
        var length = TimeSpan.FromMilliseconds(known);
        return length.ToString(length.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>A tab's name; null for all.</summary>
    public static string Tab(string? kind, IStringLocalizer localizer) => kind switch
    {
        MediaRules.Photo => localizer["Photos"],
        MediaRules.Video => localizer["Videos"],
        MediaRules.Document => localizer["Documents"],
        _ => localizer["All"],
    };

    /// <summary>What one item is.</summary>
    public static string Kind(string kind, IStringLocalizer localizer) => kind switch
    {
        MediaRules.Photo => localizer["Photo"],
        MediaRules.Video => localizer["Video"],
        _ => localizer["Document"],
    };

    /// <summary>The icon in place of a thumbnail.</summary>
    public static string Icon(string kind) => kind switch
    {
        MediaRules.Photo => "images",
        MediaRules.Video => "video",
        _ => "file-text",
    };

    /// <summary>"PDF", "Word", or what the name ends with.</summary>
    public static string Type(MediaItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var ending = Path.GetExtension(item.Name).TrimStart('.');
        return item.MediaType == "application/pdf" ? "PDF" : ending.Length is > 0 and <= 5 ? ending.ToUpperInvariant() : "TXT";
    }
}
