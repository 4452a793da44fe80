using Dapper;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Organizations.Search;

/// <summary>What a search has found so far, best first, and how it asks for more.</summary>
internal sealed class Hits(Db db, Scope scope, int most, CancellationToken ct)
{
    private readonly List<Guid> found = [];

    public IReadOnlyList<Guid> Found => found;

    public bool IsFull => found.Count == most;

    /// <summary>Adds what the steps find, the first one's before the next one's. They are asked in one round trip.</summary>
    public async Task AddAsync(params IReadOnlyList<Step> steps)
    {
        if (IsFull || steps.Count == 0) return;
        // A few more than wanted, for what an earlier step of the same trip finds, too.
        var rows = most + 5;
        var lists = await AskAsync(steps, rows);
        foreach (var (step, ids) in steps.Zip(lists))
        {
            Add(ids);
            if (ids.Count == rows) await AddRestAsync(step, 10 * rows);
            if (IsFull) return;
        }
    }

    /// <summary>Asks something that a step has to know first.</summary>
    public Task<IReadOnlyList<T>> AskAsync<T>(string sql, object arguments) => db.ListByOnePlanAsync<T>(sql, arguments, ct);

    /// <summary>A step may give one organization several times, for two of its words fit; when those filled the rows, there may be more.</summary>
    private async Task AddRestAsync(Step step, int rows)
    {
        for (var isMore = true; isMore && !IsFull; rows *= 10)
        {
            var ids = (await AskAsync([step], rows))[0];
            Add(ids);
            isMore = ids.Count == rows;
        }
    }

    private void Add(IEnumerable<Guid> ids) => found.AddRange(ids.Distinct().Except(found).Take(most - found.Count));

    private Task<IReadOnlyList<IReadOnlyList<Guid>>> AskAsync(IReadOnlyList<Step> steps, int rows)
    {
        var all = new DynamicParameters(new { scope.ManagedBy, scope.Statuses, found = found.ToArray(), rows });
        foreach (var step in steps) all.AddDynamicParams(step.Arguments);
        return db.ListsByOnePlanAsync<Guid>([.. steps.Select(step => step.Sql)], all, ct);
    }
}
