using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Messaging;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>Queues a report's mails, one to each so that nobody learns another's address, and writes down who was told, so that delivery can be shown.</summary>
internal sealed class Mailing(Outbox outbox, Db db)
{
    /// <summary>The same message to each, in their own language, in the running transaction.</summary>
    public async Task SendAsync(Guid reportId, IReadOnlyList<Told> told, Func<RecipientWords, Message> write)
    {
        if (told.Count == 0) return;
        var ids = await outbox.QueueAllAsync([.. told.Select(one => (one.To, write))]);
        await db.RunAsync(
            """
            insert into problem_report_mails (report_id, message_id, kind, account_id, name, address)
            select @reportId, m.id, m.kind, m.account_id, m.name, m.address
            from unnest(@ids::uuid[], @kinds::text[], @accounts::uuid[], @names::text[], @addresses::text[]) as m (id, kind, account_id, name, address)
            """,
            new
            {
                reportId, ids = ids.ToArray(), kinds = told.Select(one => one.Kind).ToArray(), accounts = told.Select(one => one.AccountId).ToArray(),
                names = told.Select(one => one.To.Name).ToArray(), addresses = told.Select(one => one.To.Address).ToArray(),
            });
    }
}
