using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Security;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Storage;

/// <summary>
/// The tenant's files. An upload is taken in first, before the command that it belongs to; the command keeps it in its own transaction. What no command
/// kept within a day is swept, content and row, so that a crash between any two lines leaves nothing behind.
/// </summary>
public sealed class StoredFiles(Db db, IFileStore store, Caller caller, MultiTenantContextAccessor tenancy, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Takes an upload in, if it is what the rules say. Never inside a transaction: no row is held while somebody uploads.</summary>
    public async Task<Outcome<StoredFile>> TakeInAsync(string fileName, Stream content, FileRules rules, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (db.InTransaction) throw new InvalidOperationException("A file is taken in before the transaction that keeps it.");
        var name = FileName.Of(fileName);
        var head = await HeadAsync(content, ct);
        if (head.Length == 0) return new FileEmpty(name, rules.Field);
        if (FileContent.MediaTypeOf(head) is not { } type || !rules.MayBe(type)) return new FileOfWrongKind(name, rules.Field);

        var id = await AnnounceAsync(name, type);
        await using var limited = new LimitedStream(head, content, rules.Largest);
        await store.WriteAsync(KeyOf(id), limited, ct);
        if (limited.IsOver) return await RefuseAsync(id, new FileTooLarge(name, rules.Largest, rules.Field));
        if (!rules.MediaTypes.Contains(type))
        {
            if (await LookInsideAsync(id, ct) is not { } inside || !rules.MediaTypes.Contains(inside)) return await RefuseAsync(id, new FileOfWrongKind(name, rules.Field));
            type = inside;
        }

        await db.RunAsync(
            "update files set size = @size, sha256 = @hash, media_type = @type, state = 'whole' where id = @id", new { id, size = limited.Count, hash = limited.Hash(), type }, ct);
        return new StoredFile(id, name, type, limited.Count);
    }

    /// <summary>What the caller uploaded and nobody has kept yet, in the order of the ids; those that are not there are left out.</summary>
    public Task<IReadOnlyList<StoredFile>> FindUploadsAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        db.ListAsync<StoredFile>($"{ShownSql} where id = any(@ids) and state = 'whole' and uploaded_by is not distinct from @by order by array_position(@ids, id)", Mine(ids), ct);

    /// <summary>Keeps the caller's uploads for good, in the transaction of what refers to them; answers those that were kept.</summary>
    public Task<IReadOnlyList<StoredFile>> KeepAsync(IReadOnlyCollection<Guid> ids)
    {
        if (!db.InTransaction) throw new InvalidOperationException("A file is kept in the transaction of what refers to it.");
        return db.ListAsync<StoredFile>(
            "update files set state = 'kept', due_at = null where id = any(@ids) and state = 'whole' and uploaded_by is not distinct from @by returning id, name, media_type, size",
            Mine(ids));
    }

    /// <summary>Gives files up, in the transaction of what referred to them; they are swept soon after.</summary>
    public Task DropAsync(IReadOnlyCollection<Guid> ids) =>
        db.RunAsync("update files set due_at = @now where id = any(@ids)", new { ids = ids.ToArray(), now = clock.GetUtcNow() });

    /// <summary>A file that is kept, and its content. Whether the caller may have it, the slice that refers to it has decided before. Null when it is not there.</summary>
    public async Task<(StoredFile File, Stream Content)?> OpenAsync(Guid id, CancellationToken ct)
    {
        if (await db.FindAsync<StoredFile>($"{ShownSql} where id = @id and state = 'kept'", new { id }, ct) is not { } file) return null;
        return await store.OpenAsync(KeyOf(id), ct) is { } content ? (file, content) : null;
    }

    /// <summary>The content of an upload that nothing has kept yet, to make something of it.</summary>
    internal async Task<Stream> OpenUploadAsync(StoredFile upload, CancellationToken ct) =>
        await store.OpenAsync(KeyOf(upload.Id), ct) ?? throw new InvalidOperationException($"The upload {upload.Id} has no content.");

    /// <summary>Sweeps a few that are due; answers how many.</summary>
    internal Task<int> SweepAsync(CancellationToken ct) => db.InTransactionAsync(
        async () =>
        {
            var due = await db.ListAsync<Guid>("select id from files where due_at <= @now order by due_at limit 100 for update skip locked", new { now = clock.GetUtcNow() }, ct);
            foreach (var id in due) await store.DeleteAsync(KeyOf(id), ct);
            return await db.RunAsync("delete from files where id = any(@due)", new { due = due.ToArray() }, ct);
        },
        ct: ct);

    private const string ShownSql = "select id, name, media_type, size from files";

    private object Mine(IReadOnlyCollection<Guid> ids) => new { ids = ids.ToArray(), by = caller.Session?.AccountId };

    /// <summary>The row is there before the content, so that no content is ever without one.</summary>
    private async Task<Guid> AnnounceAsync(string name, string type)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.RunAsync(
            "insert into files (id, name, media_type, uploaded_by, created_at, due_at) values (@id, @name, @type, @by, @now, @due)",
            new { id, name, type, by = caller.Session?.AccountId, now, due = now + Patience });
        return id;
    }

    /// <summary>Swept soon.</summary>
    private async Task<Refusal> RefuseAsync(Guid id, Refusal refusal)
    {
        await db.RunAsync("update files set due_at = @now where id = @id", new { id, now = clock.GetUtcNow() });
        return refusal;
    }

    private async Task<string?> LookInsideAsync(Guid id, CancellationToken ct)
    {
        await using var content = await store.OpenAsync(KeyOf(id), ct);
        return content is null ? null : await OfficeContent.MediaTypeOfAsync(content, ct);
    }

    private static async Task<byte[]> HeadAsync(Stream content, CancellationToken ct)
    {
        var head = new byte[FileContent.HeadLength];
        return head[..await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, ct)];
    }

    /// <summary>By tenant; the last digits of an id are random, so no folder gets too full.</summary>
    private string KeyOf(Guid id) => $"{tenancy.Tenant.Id:N}/{id.ToString("N")[^2..]}/{id:N}";
}
