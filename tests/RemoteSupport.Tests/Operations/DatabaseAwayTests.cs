using System.Diagnostics;
using System.Net;
using Npgsql;
using RemoteSupport.Platform.Tests.Messaging.Smtp;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Messaging;

namespace RemoteSupport.Tests.Operations;

public sealed class DatabaseAwayTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact, Trait("Behaviour", "OP-1")]
    public async Task While_the_database_is_away_everybody_is_told_so_and_all_comes_back_by_itself()
    {
        await using var smtp = await SmtpServer.StartAsync();
        var database = await Post.DatabaseAsync();
        var direct = new NpgsqlConnectionStringBuilder(database.AppConnection);
        await using var proxy = new CuttableProxy(direct.Port);
        await using var node = await Post.NodeAsync(smtp.Port, byItself: true, database, new()
        {
            ["ConnectionStrings:Postgres"] = new NpgsqlConnectionStringBuilder(database.AppConnection) { Host = "127.0.0.1", Port = proxy.Port }.ConnectionString,
        });
        var tenant = await TestTenant.CreateAsync(node, "de");
        var account = await tenant.AddPartnerUserAsync(language: "de");
        var browser = tenant.Browse("de");
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync(account.Email)).Status);
        var program = await tenant.Call().SignInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync(tenant));

        await proxy.CutAsync();

        // The very first use of each connection that lay in the pool, too.
        for (var i = 0; i < 5; i++)
        {
            var page = await browser.GetAsync("/");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "Wir sind gleich zurück"), (page.Status, page.Heading));
            Assert.Contains("Brand " + tenant.Slug, page.Html, StringComparison.Ordinal);
            Assert.NotNull(page.Headers.RetryAfter);
            var answer = await program.PostAsync("/sign-out");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "unavailable"), (answer.Status, answer.Code));
        }

        await UntilAsync(async () => await ReadyAsync(tenant) == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tenant, "/health/live"));
        // Queued meanwhile by a node that still reaches the database.
        await using (var other = await Post.NodeAsync(smtp.Port, byItself: false, database)) await tenant.On(other).QueueAsync(3);

        proxy.Mend();

        await UntilAsync(async () => await ReadyAsync(tenant) == HttpStatusCode.OK);
        await UntilAsync(async () => (await browser.GetAsync("/")).Status == HttpStatusCode.OK);
        await UntilAsync(async () => (await tenant.OutboxAsync()).All(row => row.State == "sent"));
        await UntilAsync(() => Task.FromResult(smtp.Received.Count >= 3));
        Assert.Equal(3, smtp.Received.Count(mail => mail.To.Contains("zoe@shop.example")));
    }

    private static Task<HttpStatusCode> ReadyAsync(TestTenant tenant) => StatusAsync(tenant, "/health/ready");

    private static async Task<HttpStatusCode> StatusAsync(TestTenant tenant, string path)
    {
        using var answer = await tenant.Browse().SendOnceAsync(HttpMethod.Get, path, host: "203.0.113.9");
        return answer.StatusCode;
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await isSo())
        {
            Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Soon);
            await Task.Delay(100);
        }
    }
}
