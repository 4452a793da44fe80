using System.Diagnostics;
using System.Globalization;
using Dapper;

namespace RemoteSupport.Benchmarks;

/// <summary>Messages of one channel in the outbox of one tenant: queues them in one transaction, and measures until the last is recorded as sent.</summary>
internal sealed class OutboxLoad(BenchDatabase database, string channel, string recipient, string text, string? html)
{
    private const int Messages = 10_000;
    private const int WarmUp = 1_000;
    private const int Rounds = 3;

    /// <summary>A bare loop, then one node, then two; each in turns with the bare one, medians of three rounds.</summary>
    public async Task<string> CompareAsync(string title, Dictionary<string, string> settings, Func<int, Task<double>> bareLoop)
    {
        var bare = new List<double>();
        var one = await MeasureAsync(1, settings, bareLoop, bare);
        var two = await MeasureAsync(2, settings, bareLoop, bare);
        return Table(title, Middle(bare), one, two);
    }

    private async Task<double> MeasureAsync(int nodes, Dictionary<string, string> settings, Func<int, Task<double>> bareLoop, List<double> bare)
    {
        var running = new List<Child>();
        try
        {
            for (var i = 0; i < nodes; i++) running.Add(await Child.StartAsync("RemoteSupport.dll", [], settings));
            await bareLoop(WarmUp);
            await SendAsync(WarmUp);
            var ours = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                bare.Add(await bareLoop(Messages));
                ours.Add(await SendAsync(Messages));
            }

            return Middle(ours);
        }
        finally
        {
            foreach (var node in running) await node.DisposeAsync();
        }
    }

    private async Task<double> SendAsync(int count)
    {
        await using var connection = await database.Owner.OpenConnectionAsync();
        var now = TimeProvider.System.GetUtcNow();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync(QueueSql, new { tenant = database.Tenant.ToString(), channel, count, recipient, text, html, now });
            await transaction.CommitAsync();
        }

        var watch = Stopwatch.StartNew();
        await connection.ExecuteAsync("select pg_notify('message_queued', '')");
        while (await connection.ExecuteScalarAsync<long>("select count(*) from messages where due_at is not null") > 0) await Task.Delay(20);
        var taken = watch.Elapsed;
        var failed = await connection.ExecuteScalarAsync<long>("select count(*) from messages where state not in ('sent', 'delivered')");
        if (failed > 0) throw new InvalidOperationException($"{failed} messages were not sent.");
        return count / taken.TotalSeconds;
    }

    private static double Middle(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Table(string title, double bare, double one, double two) =>
        string.Create(CultureInfo.InvariantCulture, $"""
            {title}

            |           | a second | ratio |
            |-----------|---------:|------:|
            | bare loop | {bare,8:0} |       |
            | one node  | {one,8:0} | {one / bare,5:0.00} |
            | two nodes | {two,8:0} | {two / bare,5:0.00} |

            """);

    private const string QueueSql =
        """
        select set_config('app.tenant', @tenant, true);
        insert into messages (id, message, channel, language, recipient, recipient_name, subject, body_text, body_html, links, created_at, give_up_at, due_at)
        select gen_random_uuid(), 'bench', @channel, 'de', replace(@recipient, '{i}', lpad(i::text, 6, '0')), 'Person ' || i, case when @channel = 'email' then 'Passwort zurücksetzen' end,
               @text, @html, '[]', @now, @now + interval '1 day', @now
        from generate_series(1, @count) i
        """;
}
