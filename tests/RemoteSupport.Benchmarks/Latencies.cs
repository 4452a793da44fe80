using System.Diagnostics;

namespace RemoteSupport.Benchmarks;

/// <summary>What a number of calls took, in milliseconds.</summary>
internal sealed record Latencies(double P50, double P95)
{
    private const int Clients = 4;

    /// <summary>Makes the calls by four clients, each one after the other.</summary>
    public static async Task<Latencies> MeasureAsync(string[] queries, Func<string, Task> call)
    {
        var next = -1;
        var taken = new double[queries.Length];
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < queries.Length; i = Interlocked.Increment(ref next))
            {
                var started = Stopwatch.GetTimestamp();
                await call(queries[i]);
                taken[i] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            }
        })));
        Array.Sort(taken);
        return new(taken[taken.Length / 2], taken[taken.Length * 95 / 100]);
    }

    /// <summary>The middle of several rounds.</summary>
    public static Latencies Median(IReadOnlyList<Latencies> rounds) => new(
        rounds.Select(round => round.P50).Order().ElementAt(rounds.Count / 2), rounds.Select(round => round.P95).Order().ElementAt(rounds.Count / 2));
}
