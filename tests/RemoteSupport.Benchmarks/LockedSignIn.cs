using System.Net;
using System.Net.Http.Json;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// What an attacker costs us who goes on trying a locked account: <c>POST /api/v1/sign-in</c> with its count in the database, against a bare
/// program that reads the same JSON and refuses.
/// </summary>
internal sealed class LockedSignIn : IBenchmark
{
    private const string Attempt = """{"email":"locked@bench.example","password":"not the password"}""";

    public string Name => "locked-sign-in";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        await using var bare = await Child.StartAsync("RemoteSupport.Benchmarks.dll", [BareApp.Verb], database.ForBare());
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        await LockAsync(node.Port);
        var (bareLoad, ourLoad) = (
            new Wrk($"http://127.0.0.1:{bare.Port}/refuse") { Body = Attempt, IsRefused = true },
            new Wrk($"http://127.0.0.1:{node.Port}/api/v1/sign-in", $"Host: {BenchDatabase.Host}") { Body = Attempt, IsRefused = true });
        return await new Comparison("A try to sign in to a locked account and a bare POST that reads as much and refuses").RunAsync(bareLoad.RunAsync, ourLoad.RunAsync);
    }

    private static async Task LockAsync(int port)
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        client.DefaultRequestHeaders.Host = BenchDatabase.Host;
        var status = HttpStatusCode.OK;
        for (var i = 0; i < 5; i++)
        {
            using var answer = await client.PostAsJsonAsync("/api/v1/sign-in", new { email = "locked@bench.example", password = "not the password" });
            status = answer.StatusCode;
        }

        if (status != HttpStatusCode.Locked) throw new InvalidOperationException($"The fifth wrong password answered {status}.");
    }
}
