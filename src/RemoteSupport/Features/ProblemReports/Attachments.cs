using RemoteSupport.Platform.Data;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>The files beside a report and its replies.</summary>
internal sealed class Attachments(Db db, StoredFiles files)
{
    /// <summary>Keeps the caller's uploads with a report, in the transaction that writes it; all of them or none.</summary>
    public async Task<Outcome<IReadOnlyList<StoredFile>>> KeepAsync(Guid reportId, Guid? entryId, IReadOnlyList<Guid>? uploads)
    {
        var ids = (uploads ?? []).Distinct().ToArray();
        if (ids.Length > ReportRules.MostFiles) return new TooManyFiles();
        if (ids.Length == 0) return Outcome.Of<IReadOnlyList<StoredFile>>([]);
        var kept = await files.KeepAsync(ids);
        if (kept.Count < ids.Length) return new FilesMissing();
        await db.RunAsync(
            """
            insert into problem_report_files (file_id, report_id, entry_id, name, media_type, size)
            select f.id, @reportId, @entryId, f.name, f.media_type, f.size
            from unnest(@ids::uuid[], @names::text[], @types::text[], @sizes::bigint[]) as f (id, name, media_type, size)
            """,
            new
            {
                reportId, entryId, ids = kept.Select(file => file.Id).ToArray(), names = kept.Select(file => file.Name).ToArray(),
                types = kept.Select(file => file.MediaType).ToArray(), sizes = kept.Select(file => file.Size).ToArray(),
            });
        return Outcome.Of(kept);
    }

    /// <summary>The files of a report and of its replies, in the order in which they came.</summary>
    public Task<IReadOnlyList<ReportFile>> ListAsync(Guid reportId, CancellationToken ct) =>
        db.ListAsync<ReportFile>("select file_id as id, entry_id, name, media_type, size from problem_report_files where report_id = @reportId order by file_id", new { reportId }, ct);
}

/// <summary>A file beside a report; EntryId says of which reply, null with the report itself.</summary>
public sealed record ReportFile(Guid Id, Guid? EntryId, string Name, string MediaType, long Size);
