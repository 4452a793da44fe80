using Bogus;
using Dapper;
using Npgsql;

namespace RemoteSupport.Demo.Measuring;

/// <summary>
/// Fills a database with what searching is measured on. A tenant is a transaction; the product's own triggers keep what search needs, in
/// statements of many rows, so that it is right by the same way as always.
/// </summary>
internal sealed class MeasuringData(NpgsqlDataSource owner, TimeProvider clock)
{
    private const int Chunk = 20_000;

    public async Task<bool> IsEmptyAsync()
    {
        await using var connection = await owner.OpenConnectionAsync();
        return !await connection.ExecuteScalarAsync<bool>("select exists (select from tenants)");
    }

    /// <summary>Fills it; the hash is everybody's password.</summary>
    public async Task FillAsync(string hash, Action<MeasuringTenant> tell)
    {
        await using var connection = await owner.OpenConnectionAsync();
        foreach (var tenant in MeasuringTenant.List)
        {
            await FillAsync(connection, tenant, hash);
            tell(tenant);
        }

        await connection.ExecuteAsync("vacuum (analyze) organizations, organization_numbers, name_tails, words, number_tails, accounts", commandTimeout: 0);
    }

    private async Task FillAsync(NpgsqlConnection connection, MeasuringTenant tenant, string hash)
    {
        var (now, ids, random) = (clock.GetUtcNow(), tenant.NewIds(), new Randomizer(tenant.Number));
        var (id, admin, names) = (ids.Next(), ids.Next(), new CompanyNames(random));
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select set_config('app.tenant', @tenant, true)", new { tenant = id.ToString() });
        await connection.ExecuteAsync(SeedSql.Tenant, new { id, tenant.Slug, At = now });
        await connection.ExecuteAsync(
            SeedSql.Settings,
            new { Name = $"Measuring {tenant.Number}", Accent = "#1b7f4d", SupportEmail = $"support@{tenant.Slug}.example", Country = "IT", tenant.Language, TimeZone = "Europe/Rome" });
        await connection.ExecuteAsync(MeasuringSql.Admin, new { admin, email = $"admin@{tenant.Slug}.example", hash, now });
        foreach (var places in Enumerable.Range(1, tenant.Organizations).Chunk(Chunk))
        {
            var rows = MeasuringRows.Make(tenant, ids, random, names, places);
            await connection.ExecuteAsync(
                MeasuringSql.Organizations, new { rows.Ids, rows.Names, rows.References, rows.Languages, rows.Customers, rows.Suspended, now }, commandTimeout: 0);
            await connection.ExecuteAsync(MeasuringSql.Numbers, new { rows.Owners, rows.Numbers }, commandTimeout: 0);
        }

        await transaction.CommitAsync();
    }
}
