using Dapper;
using Npgsql;
using RemoteSupport.Platform.Security;

namespace RemoteSupport.Demo;

/// <summary>What became of a seeding.</summary>
internal enum Seeded
{
    /// <summary>The database was empty.</summary>
    Now,

    /// <summary>The demo's tenants are there.</summary>
    Before,

    /// <summary>Others are there, and were left alone.</summary>
    NotAtAll,
}

/// <summary>Fills the database, as its owner, in one transaction and few statements. Instants count from now; all else is always the same.</summary>
internal sealed class Seeding(NpgsqlDataSource owner, PasswordHashing hashing, TimeProvider clock)
{
    private const long Lock = 5_080_000_003;

    public Task<Seeded> SeedAsync() => InTransactionAsync(connection => FillIfEmptyAsync(connection));

    public Task<Seeded> ResetAsync() => InTransactionAsync(async connection =>
    {
        await EmptyAsync(connection);
        return await FillIfEmptyAsync(connection);
    });

    private async Task<Seeded> InTransactionAsync(Func<NpgsqlConnection, Task<Seeded>> work)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@Lock)", new { Lock });
        var seeded = await work(connection);
        await transaction.CommitAsync();
        return seeded;
    }

    /// <summary>Whatever belongs to a tenant goes; migrations, keys and the schedule stay.</summary>
    private static Task<int> EmptyAsync(NpgsqlConnection connection) => connection.ExecuteAsync(
        """
        do $$
        begin
          execute (
            select 'truncate tenants, ' || string_agg(format('%s', a.attrelid::regclass), ', ')
            from pg_attribute a
            join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
            where a.attname = 'tenant_id' and not a.attisdropped);
        end $$
        """);

    private async Task<Seeded> FillIfEmptyAsync(NpgsqlConnection connection)
    {
        var there = (await connection.QueryAsync<Guid>("select id from tenants")).ToHashSet();
        if (there.Count > 0) return DemoTenants.All.All(tenant => there.Contains(tenant.Id)) ? Seeded.Before : Seeded.NotAtAll;

        var hash = await hashing.HashAsync(DemoTenants.Password, CancellationToken.None);
        foreach (var tenant in DemoTenants.All) await FillAsync(connection, tenant, hash);
        return Seeded.Now;
    }

    private async Task FillAsync(NpgsqlConnection connection, DemoTenant tenant, string hash)
    {
        var people = new Population(tenant);
        var now = clock.GetUtcNow();
        await connection.ExecuteAsync("select set_config('app.tenant', @id, true)", new { id = tenant.Id.ToString() });
        await connection.ExecuteAsync(SeedSql.Tenant, new { tenant.Id, tenant.Slug, At = now - TimeSpan.FromDays(500) });
        await connection.ExecuteAsync(SeedSql.Settings, new { tenant.Name, tenant.Accent, tenant.SupportEmail, tenant.Country, tenant.Language, tenant.TimeZone });
        await connection.ExecuteAsync(SeedSql.Legal, new { tenant.Id, tenant.Footers, home = $"https://www.{tenant.Slug}.example/" });
        foreach (var kind in new[] { "logo", "icon" })
            await connection.ExecuteAsync(SeedSql.Image, new { kind, content = await File.ReadAllBytesAsync(tenant.PictureOf(kind)) });
        await connection.ExecuteAsync(SeedSql.Organizations, new { rows = Rows.ToJson(people.Organizations), now });
        await connection.ExecuteAsync(SeedSql.Numbers, new { rows = Rows.ToJson(people.Numbers) });
        await connection.ExecuteAsync(SeedSql.Accounts, new { rows = Rows.ToJson(people.Accounts), now, hash });
        await connection.ExecuteAsync(SeedSql.Contacts, new { tenant.Id });
        await DemoReports.FillAsync(connection, tenant, people, now);
        await DemoMessages.FillAsync(connection, tenant, people, now);
        await DemoCalls.FillAsync(connection, tenant, people, now);
    }
}
