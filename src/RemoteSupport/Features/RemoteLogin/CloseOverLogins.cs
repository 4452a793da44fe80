using MediatR;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.RemoteLogin;

/// <summary>
/// A job's work: logins that are over by the clock (idle, past their end, their account deactivated) are recorded as ended; they were refused already.
/// One that was used meanwhile is looked at again when it could be over next. Answers how many it took. Nothing anybody did, so no audit entry.
/// </summary>
[OperatorOnly, OwnTransactions]
public sealed record CloseOverLogins : ICommand<int>
{
    private const int Batch = 500;

    internal sealed class Handler(Db db, ActingSessions sessions, TimeProvider clock) : IRequestHandler<CloseOverLogins, Outcome<int>>
    {
        public async Task<Outcome<int>> Handle(CloseOverLogins request, CancellationToken cancellationToken) => await db.InTransactionAsync(CloseAsync, null, cancellationToken);

        private async Task<int> CloseAsync()
        {
            var looked = await db.ListAsync<Looked>(Sql, new { now = clock.GetUtcNow(), Acting.Idle, Batch });
            foreach (var over in looked.Where(login => login.Reason is not null).GroupBy(login => login.Reason!))
                await sessions.EndAsync([.. over.Select(login => login.Id)], over.Key);
            return looked.Count;
        }

        // The sessions are held, and the record is written after them: in the order of whoever else ends logins.
        private const string Sql =
            """
            with due as materialized (
              select s.id from remote_logins l join sessions s on s.id = l.id where l.due_at <= @now order by l.due_at limit @Batch for update of s skip locked),
            seen as (
              select s.id, least(s.ends_at, s.last_seen_at + @Idle) as over_at,
                     case
                       when a.status <> 'active' then 'deactivated'
                       when least(s.ends_at, s.last_seen_at + @Idle) > @now then null
                       when s.ends_at <= s.last_seen_at + @Idle then 'expired'
                       else 'idle' end as reason
              from due
              join sessions s on s.id = due.id
              join accounts a on a.id = s.account_id),
            later as (
              update remote_logins l set due_at = seen.over_at from seen where l.id = seen.id and seen.reason is null)
            select id, reason from seen
            """;

        private sealed record Looked(Guid Id, string? Reason);
    }
}
