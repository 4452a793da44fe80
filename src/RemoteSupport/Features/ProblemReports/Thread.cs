using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What is said and done about a report, in order.</summary>
internal sealed class Thread(Db db, TimeProvider clock)
{
    /// <summary>Adds something; answers its id.</summary>
    public async Task<Guid> AddAsync(Guid reportId, string kind, Reply said)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        await db.RunAsync(
            """
            insert into problem_report_entries (id, report_id, kind, author_id, author_name, is_of_support, text, created_at)
            values (@id, @reportId, @kind, @AuthorId, @AuthorName, @IsOfSupport, nullif(@Text, ''), @now)
            """,
            new { id, reportId, kind, said.AuthorId, said.AuthorName, said.IsOfSupport, said.Text, now });
        return id;
    }

    /// <summary>All of it, the oldest first.</summary>
    public Task<IReadOnlyList<ReportEntry>> ListAsync(Guid reportId, CancellationToken ct) =>
        db.ListAsync<ReportEntry>("select id, kind, author_name, is_of_support, text, created_at from problem_report_entries where report_id = @reportId order by id", new { reportId }, ct);
}

/// <summary>Something said or done about a report: "replied", "taken", "resolved" or "reopened".</summary>
public sealed record ReportEntry(Guid Id, string Kind, string AuthorName, bool IsOfSupport, string? Text, DateTimeOffset CreatedAt);
