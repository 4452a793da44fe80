using System.Data;
using Dapper;
using Npgsql;
using RemoteSupport.Platform.Tenancy;

namespace RemoteSupport.Platform.Data;

/// <summary>
/// One scope's way to PostgreSQL, always inside the current tenant's fence (TN-2). Outside a transaction every call is one round trip:
/// the tenant's setting and the query travel as one batch, which PostgreSQL runs as one transaction. Not for parallel use.
/// </summary>
public sealed class Db(NpgsqlDataSource source, MultiTenantContextAccessor tenancy) : IAsyncDisposable
{
    private const string Fence = "select set_config('app.tenant', @app_tenant, true);\n";
    private const string OnePlanFence = "select set_config('app.tenant', @app_tenant, true), set_config('plan_cache_mode', 'force_generic_plan', true);\n";
    private NpgsqlConnection? connection;
    private NpgsqlTransaction? transaction;

    /// <summary>True while a transaction is open: what is written now is kept or lost together.</summary>
    public bool InTransaction => transaction is not null;

    /// <summary>All rows.</summary>
    public Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? arguments = null, CancellationToken ct = default) =>
        ReadAsync<IReadOnlyList<T>>(sql, arguments, async grid => (await grid.ReadAsync<T>()).AsList(), ct);

    /// <summary>
    /// All rows of a query that PostgreSQL plans once, whatever the arguments: for one that runs faster than it is planned, and for which a plan made
    /// for certain arguments would be no better. Inside a transaction as the other.
    /// </summary>
    public Task<IReadOnlyList<T>> ListByOnePlanAsync<T>(string sql, object? arguments = null, CancellationToken ct = default) =>
        ReadAsync<IReadOnlyList<T>>(sql, arguments, async grid => (await grid.ReadAsync<T>()).AsList(), ct, OnePlanFence);

    /// <summary>The rows of several such queries, each by itself, in one round trip.</summary>
    public Task<IReadOnlyList<IReadOnlyList<T>>> ListsByOnePlanAsync<T>(IReadOnlyCollection<string> queries, object? arguments = null, CancellationToken ct = default) =>
        ReadAsync<IReadOnlyList<IReadOnlyList<T>>>(string.Join(";\n", queries), arguments, async grid =>
        {
            var lists = new List<IReadOnlyList<T>>(queries.Count);
            while (lists.Count < queries.Count) lists.Add((await grid.ReadAsync<T>()).AsList());
            return lists;
        }, ct, OnePlanFence);

    /// <summary>The first row; null (or default) when there is none.</summary>
    public Task<T?> FindAsync<T>(string sql, object? arguments = null, CancellationToken ct = default) =>
        ReadAsync(sql, arguments, grid => grid.ReadFirstOrDefaultAsync<T?>(), ct);

    /// <summary>
    /// The first row of a query that runs with every request: as the other, but with positional parameters ($1, $2 …), which PostgreSQL takes as they
    /// are, and read by hand. It costs half as much.
    /// </summary>
    public async Task<T?> FindAsync<T>(string sql, NpgsqlParameter[] parameters, Func<NpgsqlDataReader, T> read, CancellationToken ct = default)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        await using var own = transaction is null ? await source.OpenConnectionAsync(ct) : null;
        await using var batch = (own ?? connection!).CreateBatch();
        if (own is not null) batch.BatchCommands.Add(Command("select set_config('app.tenant', $1, true)", new NpgsqlParameter<string> { TypedValue = TenantSetting }));
        batch.BatchCommands.Add(Command(sql, parameters));
        await using var rows = await batch.ExecuteReaderAsync(ct);
        if (own is not null) await rows.NextResultAsync(ct);
        return await rows.ReadAsync(ct) ? read(rows) : null;
    }

    /// <summary>Exactly one row; anything else is a bug and throws.</summary>
    public Task<T> SingleAsync<T>(string sql, object? arguments = null, CancellationToken ct = default) =>
        ReadAsync(sql, arguments, grid => grid.ReadSingleAsync<T>(), ct);

    /// <summary>Runs a statement; answers how many rows it changed.</summary>
    public async Task<int> RunAsync(string sql, object? arguments = null, CancellationToken ct = default)
    {
        if (transaction is not null)
            return await connection!.ExecuteAsync(new CommandDefinition(sql, arguments, transaction, cancellationToken: ct));
        await using var own = await source.OpenConnectionAsync(ct);
        return await own.ExecuteAsync(new CommandDefinition(Fence + sql, Fenced(arguments), cancellationToken: ct));
    }

    /// <summary>
    /// Runs the work in one transaction and commits when <paramref name="keep"/> says so (by default always); an exception rolls back.
    /// Inside a running transaction it joins that one.
    /// </summary>
    public async Task<T> InTransactionAsync<T>(Func<Task<T>> work, Func<T, bool>? keep = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (transaction is not null) return await work();

        connection = await source.OpenConnectionAsync(ct);
        try
        {
            transaction = await connection.BeginTransactionAsync(ct);
            await connection.ExecuteAsync(Fence, new { app_tenant = TenantSetting }, transaction);
            var result = await work();
            if (keep?.Invoke(result) ?? true) await transaction.CommitAsync(ct);
            return result;
        }
        finally
        {
            await CloseAsync();
        }
    }

    /// <summary>As the other, for work without a result.</summary>
    public Task InTransactionAsync(Func<Task> work, CancellationToken ct = default) =>
        InTransactionAsync(async () => { await work(); return true; }, null, ct);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await CloseAsync();

    private string TenantSetting => tenancy.TenantInfo?.Id.ToString() ?? "";

    private async Task<TResult> ReadAsync<TResult>(string sql, object? arguments, Func<SqlMapper.GridReader, Task<TResult>> read, CancellationToken ct, string fence = Fence)
    {
        if (transaction is not null)
        {
            await using var grid = await connection!.QueryMultipleAsync(new CommandDefinition(sql, arguments, transaction, cancellationToken: ct));
            return await read(grid);
        }

        await using var own = await source.OpenConnectionAsync(ct);
        await using var batch = await own.QueryMultipleAsync(new CommandDefinition(fence + sql, Fenced(arguments), cancellationToken: ct));
        await batch.ReadFirstAsync<string>();
        return await read(batch);
    }

    private static NpgsqlBatchCommand Command(string sql, params NpgsqlParameter[] parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var parameter in parameters) command.Parameters.Add(parameter);
        return command;
    }

    private DynamicParameters Fenced(object? arguments)
    {
        var all = new DynamicParameters(arguments);
        all.Add("app_tenant", TenantSetting, DbType.String);
        return all;
    }

    private async Task CloseAsync()
    {
        if (transaction is { } open) { transaction = null; await open.DisposeAsync(); }
        if (connection is { } used) { connection = null; await used.DisposeAsync(); }
    }
}
