using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>What an upload is by its content: names and what browsers claim count for nothing. What is not known here is refused.</summary>
public static class FileContent
{
    /// <summary>So many bytes from the start are looked at.</summary>
    public const int HeadLength = 4096;

    /// <summary>An archive: what it is, only what lies in it can tell (<see cref="OfficeContent"/>).</summary>
    public const string Zip = "application/zip";

    // A film's container says in its first four letters for what it was written; those of still pictures are not among them.
    private static readonly HashSet<string> FilmBrands = ["isom", "iso2", "iso4", "iso5", "iso6", "iso8", "iso9", "mp41", "mp42", "avc1", "M4V ", "M4VP", "MSNV", "dash", "mmp4"];

    private static readonly (string MediaType, byte[] Start)[] Starts =
    [
        ("image/png", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A]),
        ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        ("image/gif", [.. "GIF87a"u8]),
        ("image/gif", [.. "GIF89a"u8]),
        ("application/pdf", [.. "%PDF-"u8]),
        (Zip, [.. "PK\u0003\u0004"u8]),
    ];

    /// <summary>The media type by the first bytes; null when it is nothing of what may be uploaded anywhere.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> head)
    {
        foreach (var (type, start) in Starts)
            if (head.StartsWith(start)) return type;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8)) return "image/webp";
        return FilmOf(head) ?? (IsText(head) ? "text/plain" : null);
    }

    /// <summary>Whether people see it as a picture in a browser.</summary>
    public static bool IsImage(string mediaType) => mediaType.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>Whether people see it as a film in a browser.</summary>
    public static bool IsVideo(string mediaType) => mediaType.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>WebM (EBML whose document type says so), MP4 or QuickTime; other containers are not played by browsers.</summary>
    private static string? FilmOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3])) return head[..Math.Min(head.Length, 64)].IndexOf("webm"u8) > 0 ? "video/webm" : null;
        if (head.Length < 12 || !head[4..].StartsWith("ftyp"u8)) return null;
        var brand = Encoding.ASCII.GetString(head.Slice(8, 4));
        return brand == "qt  " ? "video/quicktime" : FilmBrands.Contains(brand) ? "video/mp4" : null;
    }

    /// <summary>UTF-8 (the last character may be cut), or UTF-16 that says so; no control characters but those of lines, tabs and terminals' colours.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        var encoding = head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode : head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode : Encoding.UTF8;
        var decoder = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetDecoder();
        var text = new char[head.Length + 1];
        try
        {
            var length = decoder.GetChars(head, text, flush: head.Length < HeadLength);
            return !text.AsSpan(0, length).ContainsAnyInRange('\0', '\b') && !text.AsSpan(0, length).ContainsAnyInRange('\u000e', '\u001a');
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
