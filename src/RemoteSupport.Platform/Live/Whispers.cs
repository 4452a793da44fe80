using System.Globalization;
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Platform.Live;

/// <summary>
/// What is many and small (signalling, who is typing) goes from node to node without rows: the first at once, what follows within 50 ms together. A whisper
/// is heard once or not at all; whoever needs to know reads the state anew.
/// </summary>
public sealed class Whispers(NpgsqlDataSource source, IHubContext<LiveHub> hub, TimeProvider clock, ILogger<Whispers> log) : BackgroundService
{
    internal const string Channel = "whispers";
    private const int MostWaiting = 20_000;
    private const int MostTogether = 500;
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(50);
    private readonly Channel<Whisper> waiting = System.Threading.Channels.Channel.CreateBounded<Whisper>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly List<string> pieces = [];

    /// <summary>Says something to all connections of a group, on whichever nodes: "whisper" or "entered" with the room and a text.</summary>
    internal void Say(string group, string method, Guid room, string text) => waiting.Writer.TryWrite(new Whisper(group, method, room, text));

    /// <summary>Hears a piece; pieces of one whisper come one after the other, because one transaction announces them. Null: some may have been missed.</summary>
    internal async Task HearAsync(string? announced)
    {
        // The listener calls from one connection, one after the other, and this runs up to its first await before the next comes.
        if (announced is null)
        {
            pieces.Clear();
            return;
        }

        var head = announced.IndexOf('\n', StringComparison.Ordinal);
        var (of, text) = (announced[..head].Split(' '), announced[(head + 1)..]);
        var (number, count) = (int.Parse(of[3], CultureInfo.InvariantCulture), int.Parse(of[4], CultureInfo.InvariantCulture));
        if (number != pieces.Count) pieces.Clear();
        if (number != pieces.Count) return;
        pieces.Add(text);
        if (pieces.Count < count) return;
        var whole = string.Concat(pieces);
        pieces.Clear();
        await hub.Clients.Group(of[0]).SendAsync(of[1], of[2], whole);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await waiting.Reader.WaitToReadAsync(stoppingToken))
        {
            var batch = new List<string>();
            while (batch.Count < MostTogether && waiting.Reader.TryRead(out var whisper)) batch.AddRange(whisper.Pieces());
            try
            {
                await AnnounceAsync(batch, stoppingToken);
            }
            catch (Exception broken) when (DatabaseAway.Is(broken))
            {
                log.LogWarning("Whispers are lost, the database is away ({Kind}).", broken.GetType().Name);
            }

            await Task.Delay(Together, clock, stoppingToken);
        }
    }

    private async Task AnnounceAsync(List<string> batch, CancellationToken ct)
    {
        await using var command = source.CreateCommand("select pg_notify($1, w.piece) from unnest($2::text[]) with ordinality as w (piece, n) order by w.n");
        command.Parameters.AddWithValue(Channel);
        command.Parameters.AddWithValue(batch.ToArray());
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>One whisper. An announcement takes less than 8,000 bytes, so a long one goes in pieces.</summary>
    private sealed record Whisper(string Group, string Method, Guid Room, string Text)
    {
        private const int Longest = 2_400;

        public IEnumerable<string> Pieces()
        {
            var cuts = Cuts();
            // PostgreSQL announces the same text once a transaction; the number in front tells two equal ones apart.
            var mark = Convert.ToHexString(RandomNumberGenerator.GetBytes(8));
            return Enumerable.Range(0, cuts.Count - 1).Select(n =>
                string.Create(CultureInfo.InvariantCulture, $"{Group} {Method} {Room:D} {n} {cuts.Count - 1} {mark}\n{Text.AsSpan(cuts[n], cuts[n + 1] - cuts[n])}"));
        }

        /// <summary>Where it is cut: never between the two halves of one character.</summary>
        private List<int> Cuts()
        {
            var cuts = new List<int> { 0 };
            while (Text.Length - cuts[^1] > Longest) cuts.Add(cuts[^1] + (char.IsHighSurrogate(Text[cuts[^1] + Longest - 1]) ? Longest - 1 : Longest));
            cuts.Add(Text.Length);
            return cuts;
        }
    }
}
