namespace RemoteSupport.Features.Organizations.Search;

/// <summary>
/// One way to look for organizations. Its statement gives ids in order, at most @rows, none of @found, only those of the scope
/// (<see cref="IsWanted"/>); several steps travel together, so each names its arguments as no other does.
/// </summary>
internal sealed record Step(string Sql, object Arguments)
{
    /// <summary>Of an organization o.</summary>
    public const string IsWanted = "o.managed_by = any(@ManagedBy) and o.status = any(@Statuses) and o.id <> all(@found)";

    /// <summary>After everything that begins with a text: no character is greater than this one, and none of our keys holds it.</summary>
    public static string After(string start) => start + "\U0010FFFF";
}
