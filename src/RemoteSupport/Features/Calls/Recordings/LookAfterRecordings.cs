using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls.Recordings;

/// <summary>
/// What the clock brings to recordings, one at a time: a question that nobody answered is a "no"; a tab from which nothing came for a minute is gone; pieces are put together,
/// and taken away once they are. No row is held meanwhile: a node that is killed lets its lease run out, and another one does it.
/// </summary>
[OperatorOnly, OwnTransactions]
internal sealed record LookAfterRecordings : ICommand<int>
{
    internal sealed class Handler(Db db, Recordings recordings, Joining joining, Pieces pieces) : IRequestHandler<LookAfterRecordings, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(LookAfterRecordings request, CancellationToken cancellationToken)
        {
            var due = await db.InTransactionAsync(() => TakeAsync(cancellationToken), ct: cancellationToken);
            if (due is null) return 0;
            if (due.State == "joining") await joining.JoinAsync(due, cancellationToken);
            if (due.State is "done" or "refused" or "empty") await pieces.DeleteAsync(due.Id, cancellationToken);
            return 1;
        }

        /// <summary>The next one; what is quickly done is done at once.</summary>
        private async Task<Recording?> TakeAsync(CancellationToken ct)
        {
            var due = await db.FindAsync<Recording>($"{Recording.Sql} where due_at <= @Now order by due_at limit 1 for update skip locked", new { recordings.Now }, ct);
            if (due is null) return null;
            if (due.State == "asking") await recordings.EndAsync(due, "refused");
            else if (due.State == "running" && await recordings.CountAsync(due.Id, ct) == 0) await recordings.EndAsync(due, "empty");
            else if (due.State == "running") await recordings.JoinAsync(due);
            else await db.RunAsync("update recordings set due_at = @until where id = @Id", new { due.Id, until = recordings.Now + RecordingRules.Lease }, ct);
            return due;
        }
    }
}
