using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// 10,000 text messages through the outbox (lease, limits, signature, JSON gateway, record) to a bare program that takes everything, against a bare
/// loop that posts as many on one reused connection; by one node and by two.
/// </summary>
internal sealed class OutboxToSms : IBenchmark
{
    private const string Text = "Anna Berger (Ponte Tech SpA) möchte Ihnen per Video helfen. Anruf öffnen: https://bench.example/call/0123456789abcdef";

    public string Name => "outbox-to-sms";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        await using var gateway = await Child.StartAsync("RemoteSupport.Benchmarks.dll", [BareApp.Verb], database.ForBare());
        var url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{gateway.Port}/sms");
        var settings = database.ForNode();
        (settings["Sms__Gateway__Protocol"], settings["Sms__Gateway__Url"], settings["Sms__Gateway__Secret"], settings["Outgoing__Allow"]) =
            ("webhook", url, "bench bench bench bench", "127.0.0.1");
        return await new OutboxLoad(database, "sms", "+39347{i}", Text, null).CompareAsync(
            "10,000 text messages through the outbox to a JSON gateway, and a bare loop that posts as many (nothing recorded)", settings, count => BareAsync(url, count));
    }

    private static async Task<double> BareAsync(string url, int count)
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++)
        {
            using var answer = await client.PostAsJsonAsync(url, new { id = Guid.Empty, to = "+39347000000", text = Text });
            answer.EnsureSuccessStatusCode();
        }

        return count / watch.Elapsed.TotalSeconds;
    }
}
