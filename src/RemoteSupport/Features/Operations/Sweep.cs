using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Scheduling;

namespace RemoteSupport.Features.Operations;

/// <summary>
/// Removes rows of a table whose time is over, a batch at a time; answers how many. It changes nothing that anybody can see (what is over was
/// already refused where it is used) and runs every few seconds, so it leaves no entry in the audit trail: hence its own transaction.
/// </summary>
/// <param name="Table">A name from the code, with a column due_at.</param>
[OperatorOnly, OwnTransactions]
public sealed record Sweep(string Table) : ICommand<int>
{
    private const int Batch = 500;

    internal sealed class Handler(Db db, TimeProvider clock) : IRequestHandler<Sweep, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(Sweep request, CancellationToken cancellationToken) =>
            await db.RunAsync(
                $"""
                delete from {request.Table}
                where due_at <= @now
                  and ctid = any (array(
                    select ctid from {request.Table}
                    where due_at <= @now
                    order by due_at
                    limit {Batch}))
                """,
                new { now = clock.GetUtcNow() }, cancellationToken);
    }
}

internal static class SweepSetup
{
    /// <summary>How a table's owner declares that its rows end by themselves.</summary>
    public static IServiceCollection AddSweep(this IServiceCollection services, string table) =>
        services.AddDueWork("sweep " + table, table, () => new Sweep(table));
}
