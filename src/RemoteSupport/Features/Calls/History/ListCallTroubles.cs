using System.Globalization;
using MediatR;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.History;

/// <summary>How often what went wrong in the calls of the last 30 days that the caller sees (IS-1).</summary>
[Requires(Permission.Invitations)]
public sealed record ListCallTroubles : IQuery<CallTroubles>
{
    private static readonly TimeSpan Period = TimeSpan.FromDays(30);

    internal sealed class Handler(Db db, CallSight sight, TimeProvider clock) : IRequestHandler<ListCallTroubles, Outcome<CallTroubles>>
    {
        public async Task<Outcome<CallTroubles>> Handle(ListCallTroubles request, CancellationToken cancellationToken)
        {
            var since = clock.GetUtcNow() - Period;
            var found = await db.SingleAsync<Counted>(
                $"select count(*) as calls, {CallTrouble.Counts} as counts from calls c {CallTrouble.Reports} where {CallSight.Condition} and c.ended_at is not null and c.id >= @firstId",
                sight.Values(new { firstId = new CallFilter { From = since }.FirstId }), cancellationToken);
            var counts = found.Counts.Split(',').Select(count => long.Parse(count, CultureInfo.InvariantCulture));
            return new CallTroubles(found.Calls, [.. CallTrouble.All.Zip(counts, (one, count) => new TroubleCount(one.Code, count)).Where(one => one.Calls > 0).OrderByDescending(one => one.Calls)]);
        }

        private sealed record Counted(long Calls, string Counts);
    }
}

/// <summary>What went wrong how often.</summary>
/// <param name="Calls">Of how many calls that are over.</param>
/// <param name="Troubles">The most frequent first; what never happened is left out.</param>
public sealed record CallTroubles(long Calls, IReadOnlyList<TroubleCount> Troubles);

/// <summary>How many calls had one kind of trouble.</summary>
public sealed record TroubleCount(string Code, long Calls);
