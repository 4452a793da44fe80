using System.Diagnostics;
using System.Globalization;
using Dapper;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Benchmarks;

/// <summary>
/// The signalling of calls: how many messages a second a node passes on between the two sides of running calls, on one node and with the sides on two; and
/// what an idle participant costs in memory.
/// </summary>
internal sealed class CallSignals : IBenchmark
{
    private const int Calls = 500;
    private const int Talking = 20;
    private const int Rounds = 3;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    // As long as a candidate is.
    private static readonly string Signal = new('x', 200);

    public string Name => "call-signals";

    public async Task<string> RunAsync(BenchDatabase database)
    {
        var seats = await SeedAsync(database);
        await using var one = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        await using var two = await Child.StartAsync("RemoteSupport.dll", [], database.ForNode());
        // What a node needs to serve at all is not the participants'.
        await MeasureAsync(seats[..Talking], one, one);
        await Task.Delay(Settled);
        var empty = one.Memory;
        var participants = await EnterAsync(seats, one, one);
        await Task.Delay(Settled);
        var each = (one.Memory - empty) / (2.0 * Calls);
        foreach (var (host, guest) in participants) await LeaveAsync(host, guest);

        var together = new List<Rate>();
        var apart = new List<Rate>();
        for (var round = 0; round < Rounds; round++)
        {
            together.Add(await MeasureAsync(seats[..Talking], one, one));
            apart.Add(await MeasureAsync(seats[..Talking], one, two));
        }

        return Table(Rate.Middle(together), Rate.Middle(apart), each);
    }

    /// <summary>Each host whispers as fast as its node takes it.</summary>
    private static async Task<Rate> MeasureAsync(Seated[] seats, Child hosts, Child guests)
    {
        var pairs = await EnterAsync(seats, hosts, guests);
        using var stop = new CancellationTokenSource(Period);
        var watch = Stopwatch.StartNew();
        var taken = await Task.WhenAll(pairs.Select((pair, i) => WhisperAsync(pair.Host, seats[i].Call, stop.Token)));
        var elapsed = watch.Elapsed.TotalSeconds;
        await Task.Delay(Settled);
        var heard = pairs.Sum(pair => pair.Guest.Heard);
        foreach (var (host, guest) in pairs) await LeaveAsync(host, guest);
        return new Rate(taken.Sum() / elapsed, heard / (double)taken.Sum());
    }

    private static async Task<int> WhisperAsync(RoomClient host, Guid room, CancellationToken stop)
    {
        var said = 0;
        for (; !stop.IsCancellationRequested; said++) await host.WhisperAsync(room, Signal);
        return said;
    }

    private static async Task<List<(RoomClient Host, RoomClient Guest)>> EnterAsync(Seated[] seats, Child hosts, Child guests)
    {
        var pairs = new List<(RoomClient, RoomClient)>();
        foreach (var seat in seats)
            pairs.Add((
                await RoomClient.EnterAsync(hosts, "", $"__Host-session={seat.Session}", seat.Call),
                await RoomClient.EnterAsync(guests, $"/guest/{seat.Pass:D}", $"__Host-guest-{seat.Pass:N}={seat.Token}", seat.Call)));
        return pairs;
    }

    private static async Task LeaveAsync(RoomClient host, RoomClient guest)
    {
        await host.DisposeAsync();
        await guest.DisposeAsync();
    }

    private static async Task<Seated[]> SeedAsync(BenchDatabase database)
    {
        var now = TimeProvider.System.GetUtcNow();
        var session = OpaqueToken.New();
        var rooms = Enumerable.Range(0, Calls).Select(_ => (Call: Guid.CreateVersion7(now), Pass: Guid.CreateVersion7(now), Token: OpaqueToken.New())).ToArray();
        await using var connection = await database.Owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(SeedSql, new
        {
            tenant = database.Tenant.ToString(), now, session = session.Hash, calls = rooms.Select(room => room.Call).ToArray(), passes = rooms.Select(room => room.Pass).ToArray(),
            hashes = rooms.Select(room => room.Token.Hash).ToArray(),
        });
        await transaction.CommitAsync();
        return [.. rooms.Select(room => new Seated(room.Call, session.Text, room.Pass, room.Token.Text))];
    }

    private static string Table(Rate together, Rate apart, double each) => string.Create(CultureInfo.InvariantCulture, $"""
        Signals of {Talking} running calls, each sent when the one before was taken, and what an idle participant costs

        | | a second | heard |
        |---|---:|---:|
        | both sides on one node | {together.Taken:0} | {together.Heard:P1} |
        | the sides on two nodes | {apart.Taken:0} | {apart.Heard:P1} |

        An idle participant in a room: {each / 1024:0} KiB of the node's memory ({2 * Calls} participants).

        """);

    private sealed record Seated(Guid Call, string Session, Guid Pass, string Token);

    private sealed record Rate(double Taken, double Heard)
    {
        public static Rate Middle(List<Rate> rounds) => rounds.OrderBy(round => round.Taken).ElementAt(rounds.Count / 2);
    }

    private const string SeedSql =
        """
        select set_config('app.tenant', @tenant, true);
        insert into accounts (id, email, email_key, name, kind, role, status, password_hash, created_at)
        values (md5('calls')::uuid, 'calls@bench.example', 'calls@bench.example', 'Supporter', 'partner', 'supporter', 'active', 'x', @now);
        insert into sessions (id, token_hash, account_id, device, ip, started_at, last_seen_at, ends_at, due_at)
        values (md5('calls')::uuid, @session, md5('calls')::uuid, 'bench', '127.0.0.1', @now, @now, @now + interval '1 day', @now + interval '30 days');
        create temporary table room on commit drop as
        select * from unnest(@calls::uuid[], @passes::uuid[], @hashes::bytea[]) as r (call_id, pass_id, hash);
        insert into support_invitations (id, inviter_id, invitee, channel, language, address, person_key, token_hash, message_id, created_at, expires_at, due_at)
        select call_id, md5('calls')::uuid, 'Guest', 'email', 'en', 'guest@bench.example', '\x01', hash, call_id, @now, @now + interval '1 day', @now + interval '1 day' from room;
        insert into passes (id, token_hash, subject_id, language, device, ip, started_at, ends_at, due_at)
        select pass_id, hash, call_id, 'en', 'bench', '127.0.0.1', @now, @now + interval '1 day', @now + interval '2 days' from room;
        insert into calls (id, invitation_id, inviter_id, state, rang_at, answered_at, guest_seen_at, host_seen_at, due_at)
        select call_id, call_id, md5('calls')::uuid, 'in_call', @now, @now, @now, @now, @now + interval '1 day' from room
        """;
}
