using Npgsql;
using RemoteSupport.Features.Shared;
using RemoteSupport.Platform.Auditing;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Live;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>
/// A few rows in one transaction, with how far the import has come: a node that dies loses both or neither. Each row is a savepoint of its own, taken back
/// whole when something is wrong with it, and in a trial always.
/// </summary>
internal sealed class ImportBatch(Db db, Caller caller, ImportRow rows, KnownOrganizations known, LiveEvents live, AuditTrail audit, TimeProvider clock)
{
    private readonly Dictionary<RowResult, int> counts = [];
    private readonly List<(int Line, int Position, ImportFault Fault)> faults = [];

    /// <summary>False when the import is not there to go on with: stopped, with another node, or of somebody who has been deactivated meanwhile.</summary>
    public Task<bool> RunAsync(TakenImport import, int done, IReadOnlyList<(ImportedRow Row, bool IsRepeated)> batch, long bytes, CancellationToken ct)
    {
        // As whoever asked: what they may not do, their import may not do either. No device of theirs has to stay signed in for it.
        var now = clock.GetUtcNow();
        caller.Session = new Session(import.Id, import.AskedBy, now, now + ImportLease.For, import.Name, import.Email, "partner", import.Role, null, import.Language, import.TimeZone);
        return db.InTransactionAsync(
            async () =>
            {
                var isThere = await db.SingleAsync<bool>(
                    """
                    select exists (
                      select from organization_imports i
                      join accounts a on a.id = i.asked_by and a.status = 'active' and a.kind = 'partner'
                      where i.id = @Id and i.state = 'running' and i.rows_done = @done
                      for update of i)
                    """,
                    new { import.Id, done }, ct);
                if (!isThere) return false;
                var existing = await known.FindAsync([.. batch.Select(one => one.Row.Reference).OfType<string>()], ct);
                foreach (var (row, isRepeated) in batch) await DoAsync(import, row, isRepeated, existing.GetValueOrDefault(row.Reference ?? ""));
                await KeepAsync(import.Id, batch.Count, bytes);
                return true;
            },
            kept => kept,
            ct);
    }

    private async Task DoAsync(TakenImport import, ImportedRow row, bool isRepeated, KnownOrganization? existing)
    {
        await db.RunAsync("savepoint imported_row");
        var (result, found) = await TryAsync(row, isRepeated, existing);
        counts[result] = counts.GetValueOrDefault(result) + 1;
        faults.AddRange(found.Select((fault, position) => (row.Line, position, fault)));
        if (result is RowResult.Created or RowResult.Changed && !import.IsTrial)
        {
            await audit.WriteAsync(result == RowResult.Created ? nameof(CreateOrganization) : nameof(ChangeOrganization));
            await db.RunAsync("release savepoint imported_row");
            return;
        }

        audit.Forget();
        await db.RunAsync("rollback to savepoint imported_row; release savepoint imported_row");
    }

    private async Task<(RowResult Result, IReadOnlyList<ImportFault> Faults)> TryAsync(ImportedRow row, bool isRepeated, KnownOrganization? existing)
    {
        try
        {
            return await rows.DoAsync(row, isRepeated, existing);
        }
        catch (PostgresException collision) when (collision.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ForeignKeyViolation)
        {
            return (RowResult.Faulty, [rows.Collided(row)]);
        }
    }

    private async Task KeepAsync(Guid id, int rowCount, long bytes)
    {
        int Count(RowResult result) => counts.GetValueOrDefault(result);
        await db.RunAsync(
            """
            insert into organization_import_faults (import_id, line, position, name, column_name, value, reason)
            select @id, * from unnest(@lines::int[], @positions::int[], @names::text[], @columns::text[], @values::text[], @reasons::text[]);
            update organization_imports
            set rows_done = rows_done + @rowCount, bytes_done = least(@bytes, file_size), created = created + @created, changed = changed + @changed,
                unchanged = unchanged + @unchanged, faulty = faulty + @faulty, due_at = @leased
            where id = @id
            """,
            new
            {
                id, rowCount, bytes, created = Count(RowResult.Created), changed = Count(RowResult.Changed), unchanged = Count(RowResult.Unchanged), faulty = Count(RowResult.Faulty),
                leased = clock.GetUtcNow() + ImportLease.For,
                lines = faults.Select(one => one.Line).ToArray(), positions = faults.Select(one => one.Position).ToArray(), names = faults.Select(one => one.Fault.Name).ToArray(),
                columns = faults.Select(one => one.Fault.Column).ToArray(), values = faults.Select(one => one.Fault.Value).ToArray(), reasons = faults.Select(one => one.Fault.Reason).ToArray(),
            });
        await live.PublishAsync(Topics.Support, Topics.Imports);
    }
}
