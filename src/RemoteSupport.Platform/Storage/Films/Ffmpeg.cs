using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace RemoteSupport.Platform.Storage.Films;

/// <summary>
/// Runs ffmpeg and ffprobe where they are installed. What they read was sent by strangers: they see one local file, read by the format that its content was found
/// to have (never a playlist that leads elsewhere), know nothing of our environment, and are ended when they take too long.
/// </summary>
public sealed class Ffmpeg(IOptions<StorageOptions> options, TimeProvider clock, ILogger<Ffmpeg> log)
{
    // More at once would take from the node what its pages need.
    private static readonly SemaphoreSlim Turns = new(2);
    private readonly string? path = Find(options.Value.Ffmpeg);

    /// <summary>Whether there is one.</summary>
    public bool IsThere => path is not null;

    /// <summary>The whole path of a program; null when there is none, or it is not wished for.</summary>
    public static string? Find(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) return null;
        if (name.Contains('/', StringComparison.Ordinal)) return File.Exists(name) ? Path.GetFullPath(name) : null;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>Runs ffmpeg with what its command line says; false when it could not.</summary>
    internal async Task<bool> RunAsync(TimeSpan patience, CancellationToken ct, params string[] arguments) =>
        await RunAsync(path, ["-nostdin", "-v", "error", .. arguments], patience, ct) is not null;

    /// <summary>What ffprobe prints; null when it could not.</summary>
    internal Task<string?> ProbeAsync(TimeSpan patience, CancellationToken ct, params string[] arguments) =>
        RunAsync(path is null ? null : Path.Combine(Path.GetDirectoryName(path)!, "ffprobe"), ["-v", "error", .. arguments], patience, ct);

    private async Task<string?> RunAsync(string? program, IEnumerable<string> arguments, TimeSpan patience, CancellationToken ct)
    {
        if (program is null) return null;
        await Turns.WaitAsync(ct);
        try
        {
            using var process = Process.Start(Start(program, arguments)) ?? throw new InvalidOperationException($"{program} did not start.");
            return await OutcomeAsync(process, patience, ct);
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<string?> OutcomeAsync(Process process, TimeSpan patience, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        try
        {
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(either.Token), process.StandardError.ReadToEndAsync(either.Token));
            await process.WaitForExitAsync(either.Token);
            if (process.ExitCode == 0) return await output;
            log.LogInformation("{Program} refused a file ({Code}): {Words}", process.StartInfo.FileName, process.ExitCode, (await errors).Trim());
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("{Program} took longer than {Patience} and was ended.", process.StartInfo.FileName, patience);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }

        return null;
    }

    private static ProcessStartInfo Start(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment.Clear();
        return start;
    }
}
