using Microsoft.Extensions.Localization;
using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Localization;
using RemoteSupport.Platform.Scheduling;
using RemoteSupport.Platform.Storage;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Features.Organizations.Import;

/// <summary>Works one import off, batch by batch, each a transaction and a scope of its own: never more than a batch of the file is in memory.</summary>
internal sealed class ImportRun(ImportLease lease, StoredFiles files, TenantWork tenants, IStringLocalizer localizer, ILogger<ImportRun> log)
{
    private const int BatchSize = 100;
    private readonly HashSet<string> seen = [];

    /// <summary>True when there was one to work on.</summary>
    public async Task<bool> RunAsync(TenantInfo tenant, CancellationToken ct)
    {
        if (await lease.TakeAsync(ct) is not { } import) return false;
        using var language = (Languages.Find(import.Language) ?? Languages.Find(tenant.DefaultLanguage) ?? Languages.English).Use();
        try
        {
            if (!import.IsAllowed) await lease.EndAsync(import.Id, "failed", localizer["Whoever began this import may not do it any more."]);
            else if (await ReadAllAsync(import, tenant, ct)) await lease.EndAsync(import.Id, "done", null);
        }
        catch (ImportFileException unreadable)
        {
            await lease.EndAsync(import.Id, "failed", localizer[unreadable.Flaw.Sentence, unreadable.Flaw.Arguments]);
        }
        catch (Exception broken) when (broken is not OperationCanceledException && !DatabaseAway.Is(broken))
        {
            log.LogError(broken, "Import {Import} broke.", import.Id);
            await lease.EndAsync(import.Id, "failed", localizer["Something went wrong on our side. What was imported until then stays; the same file can be imported again."]);
        }

        return true;
    }

    /// <summary>False when somebody stopped it, or another node goes on with it.</summary>
    private async Task<bool> ReadAllAsync(TakenImport import, TenantInfo tenant, CancellationToken ct)
    {
        if (await files.OpenAsync(import.FileId, ct) is not var (_, content)) throw new InvalidOperationException($"The file of import {import.Id} is not in the store.");
        await using var closing = content;
        using var file = new ImportFile(content);
        if (await file.ReadHeaderAsync(ct) is { } flaw) throw new ImportFileException(flaw);
        for (var done = 0; done < import.RowsDone; done++)
            if (await file.ReadAsync(ct) is { } row) _ = IsRepeated(row);
        for (var done = import.RowsDone; ;)
        {
            var batch = await BatchAsync(file, ct);
            if (batch.Count == 0) return true;
            if (await tenants.IsAtWorkAsync(tenant, ct) is not { } now) return false;
            var isKept = false;
            await tenants.RunAsync(now, async scope => isKept = await scope.GetRequiredService<ImportBatch>().RunAsync(import, done, batch, file.Position, ct));
            if (!isKept) return false;
            done += batch.Count;
        }
    }

    private async Task<List<(ImportedRow Row, bool IsRepeated)>> BatchAsync(ImportFile file, CancellationToken ct)
    {
        var batch = new List<(ImportedRow, bool)>(BatchSize);
        while (batch.Count < BatchSize && await file.ReadAsync(ct) is { } row) batch.Add((row, IsRepeated(row)));
        return batch;
    }

    /// <summary>Whether the same file has had this account before: the second one would undo the first.</summary>
    private bool IsRepeated(ImportedRow row) => row.Reference is { } reference && !seen.Add(reference.ToLowerInvariant());
}
