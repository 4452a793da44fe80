namespace RemoteSupport.Features.Organizations.Import;

/// <summary>How an import stands.</summary>
/// <param name="Id">The import.</param>
/// <param name="FileName">As it was called when it was uploaded.</param>
/// <param name="FileSize">Bytes.</param>
/// <param name="IsTrial">True when it only checks and changes nothing.</param>
/// <param name="State">"waiting", "running", "done", "stopped" (by somebody) or "failed" (at the line that Failure tells).</param>
/// <param name="Failure">Why it failed, in the language of whoever began it; null when it did not.</param>
/// <param name="RowsDone">Rows that have been looked at: the sum of the four that follow.</param>
/// <param name="BytesDone">How much of the file that was.</param>
/// <param name="Created">Accounts made (in a trial: that would be made).</param>
/// <param name="Changed">Accounts changed.</param>
/// <param name="Unchanged">Accounts that were so already.</param>
/// <param name="Faulty">Rows that were left out, with their faults.</param>
/// <param name="AskedBy">The name of whoever began it.</param>
/// <param name="AskedAt">When.</param>
/// <param name="EndedAt">When it ended; null while it does not.</param>
public sealed record ImportAnswer(
    Guid Id, string FileName, long FileSize, bool IsTrial, string State, string? Failure, int RowsDone, long BytesDone,
    int Created, int Changed, int Unchanged, int Faulty, string AskedBy, DateTimeOffset AskedAt, DateTimeOffset? EndedAt)
{
    /// <summary>While it waits or runs.</summary>
    internal bool IsOpen => State is "waiting" or "running";

    /// <summary>SQL of what is shown.</summary>
    internal const string Sql =
        """
        select i.id, i.file_name, i.file_size, i.is_trial, i.state, i.failure, i.rows_done, i.bytes_done, i.created, i.changed, i.unchanged, i.faulty, a.name as asked_by, i.asked_at, i.ended_at
        from organization_imports i
        join accounts a on a.id = i.asked_by
        """;
}

/// <summary>What was wrong with a row.</summary>
/// <param name="Line">Of the file, from 1.</param>
/// <param name="Name">The account's name in the row; null when there is none.</param>
/// <param name="Column">The column; null when it is about the row as a whole.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Reason">In the language of whoever began the import.</param>
public sealed record ImportFault(int Line, string? Name, string? Column, string? Value, string Reason);
