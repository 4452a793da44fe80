using Npgsql;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>
/// Takes an import for this node, and gives it back. Taking is a lease: due_at lies a minute ahead and moves on with each batch, so that what a killed node
/// had in its hands is taken up by another, where the last batch ended.
/// </summary>
internal sealed class ImportLease(Db db, LiveEvents live, TimeProvider clock)
{
    public static readonly TimeSpan For = TimeSpan.FromMinutes(1);

    /// <summary>The next one; null when there is none, or one of the tenant's is being worked on.</summary>
    public async Task<TakenImport?> TakeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        try
        {
            return await db.FindAsync<TakenImport>(
                """
                with next as materialized (
                  select id from organization_imports
                  where due_at <= @now and (state = 'running' or not exists (select from organization_imports where state = 'running'))
                  order by state, asked_at, id
                  limit 1
                  for update skip locked),
                taken as (
                  update organization_imports i set state = 'running', due_at = @leased from next where i.id = next.id
                  returning i.id, i.file_id, i.is_trial, i.rows_done, i.asked_by)
                select t.*, a.name, a.email, a.role, a.language, a.time_zone, a.status = 'active' and a.kind = 'partner' as is_allowed
                from taken t
                join accounts a on a.id = t.asked_by
                """,
                new { now, leased = now + For }, ct);
        }
        catch (PostgresException another) when (another.ConstraintName == "one_running_import")
        {
            return null;
        }
    }

    /// <summary>Ends it: "done" or "failed". Nothing happens to one that has ended already.</summary>
    public Task EndAsync(Guid id, string state, string? failure) => db.InTransactionAsync(async () =>
    {
        await db.RunAsync(
            "update organization_imports set state = @state, failure = @failure, ended_at = @now, due_at = null where id = @id and state = 'running'",
            new { id, state, failure, now = clock.GetUtcNow() });
        await live.PublishAsync(Topics.Support, Topics.Imports);
    });
}
