using System.Diagnostics;
using Npgsql;
using RemoteSupport.Platform.Data;

namespace RemoteSupport.Features.Operations;

/// <summary>
/// Whether this node can serve: the database answers, and no migration is missing in it. Looked at by one at a time and at most once a second,
/// however often it is asked; no answer within two seconds is a no. Real time, whatever the product's clock says.
/// </summary>
internal sealed class Readiness(NpgsqlDataSource source) : IDisposable
{
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim looking = new(1);
    private volatile Look? last;

    /// <summary>Null when ready; else what is missing: "database" or "migrations".</summary>
    public async Task<string?> MissingAsync(CancellationToken ct)
    {
        if (last is { IsFresh: true } known) return known.Missing;
        await looking.WaitAsync(ct);
        try
        {
            if (last is not { IsFresh: true }) last = new Look(await LookAsync(), Stopwatch.GetTimestamp());
            return last.Missing;
        }
        finally
        {
            looking.Release();
        }
    }

    public void Dispose() => looking.Dispose();

    private async Task<string?> LookAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            // A cancelled query may itself wait for the network: the limit holds outside, too.
            var missing = await Migrator.MissingAsync(MigrateCommand.Folder, source, limit.Token).WaitAsync(Patience + TimeSpan.FromMilliseconds(100), CancellationToken.None);
            return missing.Count == 0 ? null : "migrations";
        }
        catch (PostgresException noTable) when (noTable.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return "migrations";
        }
        catch (Exception failure) when (failure is OperationCanceledException || DatabaseAway.Is(failure))
        {
            return "database";
        }
    }

    private sealed record Look(string? Missing, long At)
    {
        public bool IsFresh => Stopwatch.GetElapsedTime(At) < FreshFor;
    }
}
