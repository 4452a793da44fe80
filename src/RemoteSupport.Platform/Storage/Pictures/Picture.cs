using System.Diagnostics.CodeAnalysis;

namespace RemoteSupport.Platform.Storage.Pictures;

/// <summary>
/// A still PNG or JPEG that was taken apart and put together anew. Only what it takes to show it is left: no texts, places, dates, previews or profiles, and nothing
/// that could be read as a file of another kind.
/// </summary>
public sealed record Picture(string MediaType, int Width, int Height, byte[] Content)
{
    /// <summary>Reads an upload by its content, whatever its name says. No side may be longer, so that nobody can make us unpack a whole wall.</summary>
    public static bool TryRead(byte[] upload, int longestSide, [NotNullWhen(true)] out Picture? picture, out PictureFlaw flaw)
    {
        ArgumentNullException.ThrowIfNull(upload);
        (picture, flaw) = (null, PictureFlaw.OfAnotherKind);
        try
        {
            if (PngFile.Is(upload)) picture = PngFile.Rewrite(upload, longestSide);
            else if (JpegFile.Is(upload)) picture = JpegFile.Rewrite(upload, longestSide);
            else if (IsSvg(upload)) flaw = PictureFlaw.Svg;
        }
        catch (Exception exception) when (exception is InvalidDataException or EndOfStreamException or ArgumentOutOfRangeException)
        {
            flaw = PictureFlaw.Damaged;
        }
        catch (PictureTooLongException)
        {
            flaw = PictureFlaw.TooLong;
        }

        return picture is not null;
    }

    /// <summary>Also packed by gzip, as drawing programs do.</summary>
    private static bool IsSvg(ReadOnlySpan<byte> content)
    {
        var start = System.Text.Encoding.UTF8.GetString(content[..Math.Min(content.Length, 4096)]);
        return start.Contains("<svg", StringComparison.OrdinalIgnoreCase) || content.StartsWith<byte>([0x1f, 0x8b]);
    }
}

/// <summary>Why an upload is not taken as a picture.</summary>
public enum PictureFlaw
{
    /// <summary>Neither PNG nor JPEG.</summary>
    OfAnotherKind,

    /// <summary>A drawing that can hold scripts.</summary>
    Svg,

    /// <summary>It begins as a picture and does not go on as one.</summary>
    Damaged,

    /// <summary>A side is longer than wanted.</summary>
    TooLong,
}

/// <summary>Thrown inside the reading only.</summary>
internal sealed class PictureTooLongException : Exception;
