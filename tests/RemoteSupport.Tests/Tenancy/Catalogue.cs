using Dapper;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Tenancy;

/// <summary>The database's catalogue as the application sees it.</summary>
internal static class Catalogue
{
    /// <summary>What a fenced column defaults to and every policy compares with.</summary>
    public const string Tenant = "(NULLIF(current_setting('app.tenant'::text, true), ''::text))::uuid";

    /// <summary>The tables that stand outside the fence, each for a reason: how a request finds its tenant, keys of all tenants, what was migrated.</summary>
    public static readonly string[] Unfenced = ["data_protection_keys", "migrations", "tenant_domains", "tenants"];

    public static async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? arguments = null)
    {
        await using var connection = await (await TestDatabase.CommonAsync()).App.OpenConnectionAsync();
        return (await connection.QueryAsync<T>(sql, arguments)).AsList();
    }

    public static async Task<IReadOnlyList<string>> FencedTablesAsync() =>
        [.. (await ListAsync<string>("select tablename from pg_tables where schemaname = 'public' order by tablename")).Except(Unfenced)];
}
