using System.Globalization;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Writes sizes of files as people read them, in the reader's way of writing numbers.</summary>
internal static class FileSize
{
    private const double Kilo = 1024;

    /// <summary>"3 KB", "1.4 MB".</summary>
    public static string Of(long bytes) => bytes switch
    {
        < 1024 => $"{bytes.ToString(CultureInfo.CurrentCulture)} B",
        < 1024 * 1024 => $"{(bytes / Kilo).ToString("0", CultureInfo.CurrentCulture)} KB",
        _ => $"{(bytes / Kilo / Kilo).ToString("0.#", CultureInfo.CurrentCulture)} MB",
    };
}
