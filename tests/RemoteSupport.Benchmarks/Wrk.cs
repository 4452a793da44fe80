using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace RemoteSupport.Benchmarks;

/// <summary>One round of load by wrk.</summary>
/// <param name="PerSecond">Requests answered in a second.</param>
/// <param name="P50">Milliseconds that half of them took at most.</param>
/// <param name="P99">Milliseconds that 99 of 100 took at most.</param>
internal sealed partial record Round(double PerSecond, double P50, double P99);

/// <summary>Loads an address with 2 threads and 8 connections.</summary>
internal sealed partial record Wrk(string Url, params string[] Headers)
{
    /// <summary>JSON to POST; without it the address is read.</summary>
    public string? Body { get; init; }

    /// <summary>What wrk runs for its requests (Lua); without it the address is asked again and again.</summary>
    public string Script { get; init; } = "";

    /// <summary>Whether every answer must be a refusal instead of none.</summary>
    public bool IsRefused { get; init; }

    public async Task<Round> RunAsync(int seconds)
    {
        var script = Path.GetTempFileName();
        await File.WriteAllTextAsync(script, Body is null ? Script : $"wrk.method = 'POST'\nwrk.headers['Content-Type'] = 'application/json'\nwrk.body = [[{Body}]]\n");
        var start = new ProcessStartInfo("wrk", ["-t2", "-c8", $"-d{seconds}s", "--latency", "-s", script, .. Headers.SelectMany(header => new[] { "-H", header }), Url]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(script);
        // An answer that is fast because it is another one proves nothing.
        var (all, refused) = (Count(Requests().Match(output)), Count(Refusals().Match(output)));
        if (process.ExitCode != 0 || refused != (IsRefused ? all : 0) || output.Contains("Socket errors", StringComparison.Ordinal))
            throw new InvalidOperationException($"{Url} did not answer as it should:\n{output}");
        return new Round(Number(PerSecond().Match(output)), Milliseconds(Half().Match(output)), Milliseconds(Almost().Match(output)));
    }

    private static double Milliseconds(Match match) => Number(match) * match.Groups[2].Value switch { "us" => 0.001, "ms" => 1, _ => 1000 };

    private static double Number(Match match) => double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    private static long Count(Match match) => match.Success ? long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Requests();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Refusals();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex PerSecond();

    [GeneratedRegex(@"50%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Half();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Almost();
}
