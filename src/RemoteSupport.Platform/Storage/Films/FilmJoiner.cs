using System.Globalization;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Storage.Films;

/// <summary>
/// Joins the pieces that a browser recorded into one film. With ffmpeg it is written anew without touching picture and sound, so that it has a length and can be
/// sought; without, or where that fails, the pieces are put one behind the other, which plays from start to end.
/// </summary>
public sealed class FilmJoiner(Ffmpeg ffmpeg, StoredFiles files, Thumbnails thumbnails)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly FileRules Rules = new(new HashSet<string> { "video/webm", "video/mp4" }, long.MaxValue, "file");

    /// <summary>Takes the film in, to be kept by what it belongs to; null when the pieces are none.</summary>
    /// <param name="name">Without its ending.</param>
    /// <param name="pieces">Each opened only when it is its turn; what a browser recorded, cut anywhere.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Film?> JoinAsync(string name, IEnumerable<Func<CancellationToken, Task<Stream>>> pieces, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        using var work = WorkFolder.Make();
        await PutTogetherAsync(work, pieces, ct);
        var type = await TypeOfAsync(work, ct);
        var isSeekable = type is not null && await RewriteAsync(work, type, ct);
        var whole = isSeekable ? "film" : "joined";
        await using var content = work.Open(whole);
        if (!(await files.TakeInAsync($"{name}.{(type == "video/mp4" ? "mp4" : "webm")}", content, Rules, ct)).Succeeded(out var file, out _)) return null;
        return new Film(file, await thumbnails.TakeInAsync(work, whole, file.MediaType, ct), await LengthAsync(work[whole], file.MediaType, ct), isSeekable);
    }

    private static async Task PutTogetherAsync(WorkFolder work, IEnumerable<Func<CancellationToken, Task<Stream>>> pieces, CancellationToken ct)
    {
        await using var joined = work.Create("joined");
        foreach (var open in pieces)
        {
            await using var piece = await open(ct);
            await piece.CopyToAsync(joined, ct);
        }
    }

    private static async Task<string?> TypeOfAsync(WorkFolder work, CancellationToken ct)
    {
        var head = new byte[FileContent.HeadLength];
        await using var joined = work.Open("joined");
        return FileContent.MediaTypeOf(head.AsSpan(0, await joined.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)));
    }

    private async Task<bool> RewriteAsync(WorkFolder work, string type, CancellationToken ct)
    {
        if (!FileContent.IsVideo(type)) return false;
        string[] output = type == "video/webm" ? ["-cues_to_front", "1", "-f", "webm"] : ["-movflags", "+faststart", "-f", "mp4"];
        return await ffmpeg.RunAsync(
            Patience, ct, [.. Demuxers.Input(type, work["joined"]), "-map", "0:v?", "-map", "0:a?", "-c", "copy", "-map_metadata", "-1", .. output, work["film"]]);
    }

    private async Task<TimeSpan?> LengthAsync(string path, string type, CancellationToken ct)
    {
        if (Demuxers.Of(type) is not { } demuxer) return null;
        var printed = await ffmpeg.ProbeAsync(Patience, ct, "-protocol_whitelist", "file", "-f", demuxer, "-show_entries", "format=duration", "-of", "csv=p=0", path);
        return double.TryParse(printed, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
    }
}

/// <summary>A film that was taken in.</summary>
/// <param name="File">The upload that is to be kept.</param>
/// <param name="Thumbnail">Likewise; null without ffmpeg.</param>
/// <param name="Length">Null where it is not known.</param>
/// <param name="IsSeekable">Whether one can jump in it.</param>
public sealed record Film(StoredFile File, StoredFile? Thumbnail, TimeSpan? Length, bool IsSeekable);
