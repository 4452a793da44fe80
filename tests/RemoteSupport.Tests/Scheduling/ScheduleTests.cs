using System.Collections.Concurrent;
using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Operations;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Scheduling;

public sealed class ScheduleTests
{
    private static readonly Dictionary<string, string?> Settings = new() { ["Jobs:Run"] = "true", ["Jobs:Every"] = "00:00:01" };

    [Fact, Trait("Behaviour", "OP-2")]
    public async Task Two_nodes_run_each_fire_once_and_a_stopped_nodes_work_is_taken_over()
    {
        var database = await TestDatabase.CreateAsync("schedule");
        var runs = new ConcurrentQueue<string>();
        var began = Stopwatch.GetTimestamp();
        var nodes = new Dictionary<string, TestNode>
        {
            ["one"] = await StartAsync(database, "one", runs),
            ["two"] = await StartAsync(database, "two", runs),
        };
        try
        {
            var tenant = await TestTenant.CreateAsync(nodes["one"]);
            await tenant.QueueAsync(1);

            // Late fires catch up quickly, so it is their number that tells: one a second, and the first one at once.
            await UntilAsync(() => runs.Count >= 10);
            Assert.InRange(runs.Count, 10, Stopwatch.GetElapsedTime(began).TotalSeconds + 2);

            var stopped = runs.Last();
            await nodes[stopped].DisposeAsync();
            nodes.Remove(stopped);
            runs.Clear();
            await UntilAsync(() => runs.Any(run => run != stopped));
        }
        finally
        {
            foreach (var node in nodes.Values) await node.DisposeAsync();
        }
    }

    [Fact, Trait("Behaviour", "OP-2")]
    public async Task A_sweep_removes_what_is_over_in_batches_and_leaves_the_rest_and_other_tenants_alone()
    {
        var (tenant, other) = (await TestTenant.CreateAsync(), await TestTenant.CreateAsync());
        foreach (var each in new[] { tenant, other })
            await each.RunAsync(
                """
                insert into live_events (id, topic, what, due_at) select md5(i::text)::uuid, 't', 'w', @Now - interval '1 second' from generate_series(1, 700) i;
                insert into live_events (id, topic, what, due_at) values (md5('later')::uuid, 't', 'w', @Now + interval '1 second')
                """,
                new { each.Now });
        var swept = new List<int>();

        await tenant.InScopeAsync(async scope =>
        {
            for (var count = 1; count > 0;)
            {
                count = (await scope.GetRequiredService<IMediator>().Send(new Sweep("live_events"))).Value;
                swept.Add(count);
            }
        });

        Assert.Equal([500, 200, 0], swept);
        Assert.Equal(1, await tenant.SingleAsync<long>("select count(*) from live_events"));
        Assert.Equal(701, await other.SingleAsync<long>("select count(*) from live_events"));
        Assert.Equal(0, await tenant.SingleAsync<long>("select count(*) from audit_events"));
    }

    [Fact, Trait("Behaviour", "OP-2")]
    public async Task Every_table_whose_rows_end_by_themselves_is_swept_by_the_schedule()
    {
        var node = await TestNode.CommonAsync();
        Assert.Equal(
            ["sweep account_links", "sweep live_events", "sweep passes", "sweep sessions", "sweep sign_in_tries"],
            node.Services.GetServices<DueWork>().Select(work => work.Kind).Where(kind => kind.StartsWith("sweep ", StringComparison.Ordinal)).Order());
    }

    /// <summary>Nobody sends in these tests: the message stays due, and each turn finds its tenant.</summary>
    private static Task<TestNode> StartAsync(TestDatabase database, string name, ConcurrentQueue<string> runs) =>
        TestNode.StartAsync(database, Settings, builder => builder.Services.AddSingleton(new DueWork("counted", "messages", (_, _) =>
        {
            runs.Enqueue(name);
            return Task.FromResult(0);
        })));

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(20));
            await Task.Delay(100);
        }
    }
}
