using System.Globalization;
using System.Text;

namespace RemoteSupport.Benchmarks;

/// <summary>Measures two things in turns, so that a busy machine hurts both alike; medians of five rounds count.</summary>
internal sealed class Comparison(string title, double least)
{
    private const int Rounds = 5;
    private const int Seconds = 4;
    private const int WarmUp = 12;

    public async Task<string> RunAsync(Func<int, Task<Round>> bare, Func<int, Task<Round>> ours)
    {
        // The just-in-time compiler works on both for a while before they run at their speed.
        await bare(WarmUp);
        await ours(WarmUp);
        var (bareRounds, ourRounds) = (new List<Round>(), new List<Round>());
        for (var i = 0; i < Rounds; i++)
        {
            bareRounds.Add(await bare(Seconds));
            ourRounds.Add(await ours(Seconds));
        }

        return Table(Median(bareRounds), Median(ourRounds));
    }

    private string Table(Round bare, Round ours)
    {
        var ratio = ours.PerSecond / bare.PerSecond;
        return new StringBuilder()
            .AppendLine(title)
            .AppendLine()
            .AppendLine("|      | a second | p50 ms | p99 ms |")
            .AppendLine("|------|---------:|-------:|-------:|")
            .AppendLine(CultureInfo.InvariantCulture, $"| bare | {bare.PerSecond,8:0} | {bare.P50,6:0.00} | {bare.P99,6:0.00} |")
            .AppendLine(CultureInfo.InvariantCulture, $"| ours | {ours.PerSecond,8:0} | {ours.P50,6:0.00} | {ours.P99,6:0.00} |")
            .AppendLine()
            .AppendLine(CultureInfo.InvariantCulture, $"Ratio {ratio:0.00}, at least {least:0.00} is asked for: {(ratio >= least ? "holds" : "MISSED")}")
            .ToString();
    }

    private static Round Median(List<Round> rounds) => new(
        Middle(rounds.Select(round => round.PerSecond)), Middle(rounds.Select(round => round.P50)), Middle(rounds.Select(round => round.P99)));

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
