using Dapper;
using Npgsql;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenancy;

/// <summary>The fence tried with a row of each of two tenants in every table, by the role of the application (TN-2).</summary>
public sealed class FencedRowsTests : IClassFixture<FencedRowsTests.Rows>
{
    private readonly Rows rows;

    public FencedRowsTests(Rows rows) => this.rows = rows;

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Without_a_tenant_no_row_is_seen_and_none_can_be_added() =>
        await ForEachTableAsync("", async (connection, table) =>
        {
            Assert.Equal((table, 0), (table, await CountAsync(connection, $"select count(*) from {table}")));
            await IsForbiddenAsync(connection, $"insert into {table} default values");
            await IsForbiddenAsync(connection, $"insert into {table} (tenant_id) values ('{rows.Mine}')");
        });

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_tenant_sees_its_own_rows_and_none_of_another() =>
        await ForEachTableAsync(rows.Mine.ToString(), async (connection, table) =>
        {
            Assert.Equal((table, 1), (table, await CountAsync(connection, $"select count(*) from {table}")));
            Assert.Equal((table, 0), (table, await CountAsync(connection, $"select count(*) from {table} where tenant_id = '{rows.Theirs}'")));
        });

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_tenant_adds_no_row_to_another() =>
        await ForEachTableAsync(rows.Mine.ToString(), (connection, table) => IsForbiddenAsync(connection, $"insert into {table} (tenant_id) values ('{rows.Theirs}')"));

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_tenant_changes_and_removes_nothing_of_another() =>
        await ForEachTableAsync(rows.Mine.ToString(), async (connection, table) =>
        {
            await ChangesNothingAsync(connection, $"update {table} set tenant_id = tenant_id where tenant_id = '{rows.Theirs}'");
            await ChangesNothingAsync(connection, $"delete from {table} where tenant_id = '{rows.Theirs}'");
        });

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_tenant_gives_no_row_away() =>
        await ForEachTableAsync(rows.Mine.ToString(), (connection, table) => IsForbiddenAsync(connection, $"update {table} set tenant_id = '{rows.Theirs}'"));

    private async Task ForEachTableAsync(string tenant, Func<NpgsqlConnection, string, Task> look)
    {
        foreach (var table in await Catalogue.FencedTablesAsync())
        {
            await using var connection = await rows.Database.App.OpenConnectionAsync();
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("select set_config('app.tenant', @tenant, true)", new { tenant });
            await look(connection, table);
        }
    }

    private static Task<int> CountAsync(NpgsqlConnection connection, string sql) => connection.ExecuteScalarAsync<int>(sql);

    private static async Task IsForbiddenAsync(NpgsqlConnection connection, string sql)
    {
        await connection.ExecuteAsync("savepoint before");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql));
        Assert.Equal((sql, PostgresErrorCodes.InsufficientPrivilege), (sql, refused.SqlState));
        await connection.ExecuteAsync("rollback to savepoint before");
    }

    private static async Task ChangesNothingAsync(NpgsqlConnection connection, string sql)
    {
        await connection.ExecuteAsync("savepoint before");
        try
        {
            Assert.Equal((sql, 0), (sql, await connection.ExecuteAsync(sql)));
        }
        catch (PostgresException forbidden) when (forbidden.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            await connection.ExecuteAsync("rollback to savepoint before");
        }
    }

    /// <summary>A database of its own, with a row of two tenants in every table. Its checks are dropped and its triggers silent, so that a row can be made of any table, also of one yet to come.</summary>
    public sealed class Rows : IAsyncLifetime
    {
        public Guid Mine { get; } = Guid.CreateVersion7(TestClock.Start);

        public Guid Theirs { get; } = Guid.CreateVersion7(TestClock.Start);

        internal TestDatabase Database { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Database = await TestDatabase.CreateAsync("fence");
            await using var connection = await Database.Owner.OpenConnectionAsync();
            foreach (var drop in await connection.QueryAsync<string>(
                "select format('alter table %s drop constraint %I', conrelid::regclass, conname) from pg_constraint where connamespace = 'public'::regnamespace and contype in ('c', 'f') "
                + "union all select distinct format('alter table %s disable trigger user', tgrelid::regclass) from pg_trigger where not tgisinternal"))
                await connection.ExecuteAsync(drop);
            foreach (var table in await Catalogue.FencedTablesAsync())
                foreach (var tenant in new[] { Mine, Theirs }) await connection.ExecuteAsync(await InsertAsync(connection, table, tenant));
        }

        public Task DisposeAsync() => Task.CompletedTask;

        private static async Task<string> InsertAsync(NpgsqlConnection connection, string table, Guid tenant)
        {
            var columns = (await connection.QueryAsync<(string Name, string Type)>(
                """
                select column_name, data_type from information_schema.columns
                where table_schema = 'public' and table_name = @table and column_name <> 'tenant_id'
                  and is_nullable = 'NO' and column_default is null and is_identity = 'NO' and is_generated = 'NEVER'
                """,
                new { table })).ToList();
            return $"insert into {table} (tenant_id{string.Concat(columns.Select(column => ", " + column.Name))}) values ('{tenant}'{string.Concat(columns.Select(column => ", " + Sample(column.Type)))})";
        }

        private static string Sample(string type) => type switch
        {
            "uuid" => "gen_random_uuid()",
            "text" or "bytea" => "'x'",
            "timestamp with time zone" or "date" => "now()",
            "integer" or "bigint" or "smallint" or "numeric" => "0",
            "boolean" => "false",
            "inet" or "cidr" => "'127.0.0.1'",
            "interval" => "'1 hour'",
            "jsonb" or "ARRAY" => "'{}'",
            _ => throw new NotSupportedException($"Say here what a sample of the type {type} is."),
        };
    }
}
