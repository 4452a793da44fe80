using System.Globalization;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Storage.Films;

/// <summary>Makes the small picture by which people find a picture or a film again; needs ffmpeg, and without it there is none.</summary>
public sealed class Thumbnails(Ffmpeg ffmpeg, StoredFiles files)
{
    /// <summary>What every thumbnail is.</summary>
    public const string MediaType = "image/jpeg";

    private const int LongestSide = 480;
    private const int MostPixels = 100_000_000;
    private const long LargestFile = 1L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly FileRules Rules = new(new HashSet<string> { MediaType }, 1 << 20, "file");
    private static readonly string Fit = string.Create(CultureInfo.InvariantCulture, $"scale=w='min({LongestSide},iw)':h='min({LongestSide},ih)':force_original_aspect_ratio=decrease");

    private const string OnWhite = "format=rgba,split[under][over];[under]lutrgb=r=255:g=255:b=255:a=255[white];[white][over]overlay=format=rgb";

    /// <summary>Takes in the thumbnail of an upload, to be kept with it; null where it has none.</summary>
    public async Task<StoredFile?> TakeInAsync(StoredFile upload, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(upload);
        if (!ffmpeg.IsThere || Demuxers.Of(upload.MediaType) is null || upload.Size > LargestFile) return null;
        using var work = WorkFolder.Make();
        await using (var content = await files.OpenUploadAsync(upload, ct))
        await using (var copy = work.Create("original"))
            await content.CopyToAsync(copy, ct);
        return await TakeInAsync(work, "original", upload.MediaType, ct);
    }

    /// <summary>The same of a file that lies here already.</summary>
    internal async Task<StoredFile?> TakeInAsync(WorkFolder work, string name, string mediaType, CancellationToken ct)
    {
        if (!await MakeAsync(work[name], mediaType, work["thumbnail"], ct) || !File.Exists(work["thumbnail"])) return null;
        await using var made = work.Open("thumbnail");
        return (await files.TakeInAsync("thumbnail.jpg", made, Rules, ct)).Value;
    }

    /// <summary>One frame: of a film one that resembles those around it, rather than the first, which is often black; what is transparent becomes white.</summary>
    private Task<bool> MakeAsync(string from, string mediaType, string to, CancellationToken ct)
    {
        var picture = FileContent.IsVideo(mediaType) ? $"{Fit},thumbnail=60" : mediaType == MediaType ? Fit : $"{Fit},{OnWhite}";
        return ffmpeg.RunAsync(
            Patience, ct,
            ["-threads", "1", "-max_pixels", MostPixels.ToString(CultureInfo.InvariantCulture), .. Demuxers.Input(mediaType, from), "-frames:v", "1", "-an", "-sn", "-map_metadata", "-1",
             "-vf", picture, "-pix_fmt", "yuvj420p", "-q:v", "4", "-f", "mjpeg", to]);
    }
}
