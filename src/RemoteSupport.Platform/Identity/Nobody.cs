using RemoteSupport.Platform.Data;

namespace RemoteSupport.Platform.Identity;

/// <summary>
/// Stands in for whoever an address does not belong to, so that nobody can tell by the time an answer takes whether there is an account (AC-3):
/// the same steps are taken for an account made up for them, and then taken back.
/// </summary>
public sealed class Nobody(Db db, TimeProvider clock)
{
    /// <summary>Does the work for nobody, in the running transaction. Nothing of it stays, no message goes out.</summary>
    public async Task PretendAsync(Func<Guid, Task> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.RunAsync(
            """
            savepoint nobody;
            insert into accounts (id, email, email_key, name, kind, role, status, created_at)
            values (@id, 'nobody@invalid.invalid', @id::text, 'Nobody', 'partner', 'supporter', 'invited', @now)
            """,
            new { id, now });
        await work(id);
        await db.RunAsync("rollback to savepoint nobody");
    }
}
