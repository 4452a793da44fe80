using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Dapper;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// From the click on an invitation's link to the first frame of the guest's camera on the inviter's screen, by two real browsers and one node, with nobody to wait for:
/// whoever has to press something presses at once.
/// </summary>
internal sealed class ClickToFrame : IBenchmark
{
    private const int Calls = 20;
    private const int WarmUp = 2;

    private static readonly (string Name, string Title)[] Parts =
    [
        ("landing", "the link's page stands"), ("terms", "Start pressed, the privacy terms stand"), ("page", "accepted, the call's page stands"), ("ringing", "it rings at the inviter"),
        ("room", "answered, the inviter's page stands"), ("frame", "the first frame is seen"),
    ];

    public string Name => "click-to-frame";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        var (session, links) = await SeedAsync(database);
        await using var node = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        var rounds = await BrowseAsync(new { address = $"http://{BenchDatabase.Host}:{node.Port}", session, links });
        return Table([.. rounds.Skip(WarmUp)]);
    }

    private static async Task<List<Dictionary<string, double>>> BrowseAsync(object work)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "click-to-frame.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(work));
        process.StandardInput.Close();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<List<Dictionary<string, double>>>(said)! : throw new InvalidOperationException($"The browsers ended with {process.ExitCode}.");
    }

    private static async Task<(string Session, string[] Links)> SeedAsync(BenchDatabase database)
    {
        var now = TimeProvider.System.GetUtcNow();
        var session = OpaqueToken.New();
        var links = Enumerable.Range(0, WarmUp + Calls).Select(_ => (Id: Guid.CreateVersion7(now), Token: OpaqueToken.New())).ToArray();
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(SeedSql, new
        {
            tenant = database.Tenant.ToString(), now, session = session.Hash, ids = links.Select(link => link.Id).ToArray(), hashes = links.Select(link => link.Token.Hash).ToArray(),
        });
        await transaction.CommitAsync();
        return (session.Text, [.. links.Select(link => link.Token.Text)]);
    }

    private static string Table(List<Dictionary<string, double>> rounds)
    {
        var lines = Parts.Select(part => Line(part.Title, [.. rounds.Select(round => round[part.Name])]));
        return string.Join('\n', (string[])
        [
            $"From the click on the link to the first frame, medians of {rounds.Count} calls; milliseconds", "", "| until | median | most |", "|---|---:|---:|", .. lines,
            Line("**together**", [.. rounds.Select(round => round.Values.Sum())]), "",
        ]);
    }

    private static string Line(string title, double[] taken) => string.Create(CultureInfo.InvariantCulture, $"| {title} | {taken.Order().ElementAt(taken.Length / 2):0} | {taken.Max():0} |");

    private const string SeedSql =
        """
        select set_config('app.tenant', @tenant, true);
        insert into accounts (id, email, email_key, name, kind, role, status, password_hash, created_at)
        values (md5('frames')::uuid, 'frames@bench.example', 'frames@bench.example', 'Supporter', 'partner', 'supporter', 'active', 'x', @now);
        insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at)
        values (md5('frames')::uuid, @session, md5('frames')::uuid, 'bench', '127.0.0.1', @now, @now, @now + interval '1 day', @now + interval '30 days');
        insert into support_invitations (id, inviter_id, invitee, channel, language, address, person_key, token_hash, message_id, created_at, expires_at, due_at)
        select i.id, md5('frames')::uuid, 'Guest', 'email', 'en', 'guest@bench.example', uuid_send(i.id), i.hash, i.id, @now, @now + interval '1 day', @now + interval '1 day'
        from unnest(@ids::uuid[], @hashes::bytea[]) as i (id, hash)
        """;
}
