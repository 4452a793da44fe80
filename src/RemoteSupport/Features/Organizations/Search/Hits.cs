using Dapper;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Organizations.Search;

/// <summary>What a search has found so far, best first, and how it asks for more.</summary>
internal sealed class Hits(Db db, Scope scope, int most, CancellationToken ct)
{
    private readonly List<Guid> found = [];

    public IReadOnlyList<Guid> Found => found;

    public bool IsFull => found.Count == most;

    /// <summary>
    /// Adds what a step's statement finds: ids in order, at most @rows, none of @found, only those of the scope (<see cref="IsWanted"/>). It may find
    /// one several times (two of its words fit), so when nothing but those filled the rows it is asked for more.
    /// </summary>
    public async Task AddAsync(string sql, object arguments)
    {
        for (var rows = 2 * most; !IsFull; rows *= 10)
        {
            var all = new DynamicParameters(arguments);
            all.AddDynamicParams(new { scope.ManagedBy, scope.Statuses, found = found.ToArray(), rows });
            var ids = await db.ListByOnePlanAsync<Guid>(sql, all, ct);
            found.AddRange(ids.Distinct().Take(most - found.Count));
            if (ids.Count < rows) return;
        }
    }

    /// <summary>Asks something that a step has to know first.</summary>
    public Task<IReadOnlyList<T>> AskAsync<T>(string sql, object arguments) => db.ListByOnePlanAsync<T>(sql, arguments, ct);

    /// <summary>Of an organization o.</summary>
    public const string IsWanted = "o.managed_by = any(@ManagedBy) and o.status = any(@Statuses) and o.id <> all(@found)";

    /// <summary>After everything that begins with a text: no character is greater than this one, and none of our keys holds it.</summary>
    public static string After(string start) => start + "\U0010FFFF";
}
