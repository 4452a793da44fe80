using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Operations;

/// <summary>
/// Removes rows of a table whose time is over, a batch at a time; answers how many. It changes nothing that anybody can see (what is over was
/// already refused where it is used) and runs every few seconds, so it leaves no entry in the audit trail: hence its own transaction.
/// </summary>
[OperatorOnly, OwnTransactions]
public sealed record Sweep(Sweep.Table From) : ICommand<int>
{
    private const int Batch = 500;

    /// <summary>The tables whose rows end by themselves: due_at says when.</summary>
    public enum Table
    {
        /// <summary>Wrong passwords, also those of addresses that nobody has (AC-3).</summary>
        SignInTries,

        /// <summary>Links of accounts, some time after their end.</summary>
        AccountLinks,

        /// <summary>Sessions, some time after their end.</summary>
        Sessions,

        /// <summary>What just changed.</summary>
        LiveEvents,
    }

    /// <summary>The table's name in the database.</summary>
    internal static string NameOf(Table table) => table switch
    {
        Table.SignInTries => "sign_in_tries",
        Table.AccountLinks => "account_links",
        Table.Sessions => "sessions",
        Table.LiveEvents => "live_events",
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };

    internal sealed class Handler(Db db, TimeProvider clock) : IRequestHandler<Sweep, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(Sweep request, CancellationToken cancellationToken) =>
            await db.RunAsync(
                $"""
                delete from {NameOf(request.From)}
                where due_at <= @now
                  and ctid = any (array(
                    select ctid from {NameOf(request.From)}
                    where due_at <= @now
                    order by due_at
                    limit {Batch}))
                """,
                new { now = clock.GetUtcNow() }, cancellationToken);
    }
}
