namespace RemoteSupport.Platform.Storage.Films;

/// <summary>By which of its formats ffmpeg is to read a file, so that it never guesses.</summary>
internal static class Demuxers
{
    private static readonly Dictionary<string, string> ByType = new()
    {
        ["image/png"] = "png_pipe", ["image/jpeg"] = "jpeg_pipe", ["image/gif"] = "gif", ["image/webp"] = "webp_pipe",
        ["video/webm"] = "matroska", ["video/mp4"] = "mov", ["video/quicktime"] = "mov",
    };

    /// <summary>Null for what it does not read here.</summary>
    public static string? Of(string mediaType) => ByType.GetValueOrDefault(mediaType);

    /// <summary>The beginning of a command line that reads one file.</summary>
    public static string[] Input(string mediaType, string path) => ["-protocol_whitelist", "file", "-f", ByType[mediaType], "-i", path];
}
