using System.Diagnostics;
using System.Globalization;

namespace RemoteSupport.Tests.Calls;

/// <summary>Films and pictures as browsers make them, by ffmpeg, which scripts/test installs; and what ffprobe says of ours.</summary>
internal static class Films
{
    private static readonly Lazy<Task<byte[]>> Recorded = new(() => MakeAsync(
        "-f", "lavfi", "-i", "testsrc=s=320x240:r=15:d=6", "-f", "lavfi", "-i", "sine=d=6", "-c:v", "libvpx", "-b:v", "300k", "-deadline", "realtime", "-c:a", "libopus", "-live", "1", "-f", "webm", "pipe:"));

    private static readonly Lazy<Task<byte[]>> Drawn = new(() => MakeAsync("-f", "lavfi", "-i", "testsrc=s=800x600", "-frames:v", "1", "-c:v", "png", "-f", "image2pipe", "pipe:"));

    /// <summary>Six seconds of picture and sound, without a length, as MediaRecorder writes them.</summary>
    public static Task<byte[]> WebmAsync() => Recorded.Value;

    public static Task<byte[]> PngAsync() => Drawn.Value;

    /// <summary>The film's length in seconds and its streams; fails when ffprobe cannot read it.</summary>
    public static async Task<(double Seconds, string Streams)> ProbeAsync(byte[] film)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, film);
            var length = await RunAsync("ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", file);
            var streams = await RunAsync("ffprobe", "-v", "error", "-show_entries", "stream=codec_type", "-of", "csv=p=0", file);
            double.TryParse(System.Text.Encoding.UTF8.GetString(length), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds);
            return (seconds, string.Join(' ', System.Text.Encoding.UTF8.GetString(streams).Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Task<byte[]> MakeAsync(params string[] arguments) => RunAsync("ffmpeg", ["-nostdin", "-v", "error", .. arguments]);

    private static async Task<byte[]> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        using var output = new MemoryStream();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.ToArray() : throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
