using MediatR;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.Calls;

/// <summary>The job's work: a guest who went away while it rang has missed the call, and a call with nobody in it for ten minutes is over (IN-5, IN-6).</summary>
[OperatorOnly]
public sealed record CloseCalls : ICommand<int>
{
    private const int Batch = 20;

    internal sealed class Handler(Db db, CallEnding ending, AuditTrail audit, TimeProvider clock) : IRequestHandler<CloseCalls, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(CloseCalls request, CancellationToken cancellationToken)
        {
            // What ended stands in the call's history; nobody decided anything.
            audit.Nothing();
            // Of a call whose invitation somebody holds, that one decides.
            var due = await db.ListAsync<Call>(
                $"""
                {Call.Sql}
                where c.due_at <= @now
                order by c.due_at
                limit {Batch}
                for no key update of c, i skip locked
                """,
                new { now = clock.GetUtcNow() }, cancellationToken);
            foreach (var call in due) await ending.EndAsync(call, call.State == "ringing" ? CallEnding.Away : CallEnding.Nobody);
            return due.Count;
        }
    }
}
