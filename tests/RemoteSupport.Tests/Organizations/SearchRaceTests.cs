using Dapper;
using Npgsql;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>Names that come and go at the same moment: nobody waits for another, and no word is lost (RA-1).</summary>
[Trait("Behaviour", "RA-1")]
public sealed class SearchRaceTests
{
    private const string Word = "vallombrosa";

    [Fact]
    public async Task Two_bring_the_same_words_in_opposite_order()
    {
        var customers = await Customers.WithAsync();
        await using (var one = await Writer.BeginAsync(customers.Tenant))
        await using (var other = await Writer.BeginAsync(customers.Tenant))
        {
            await one.AddAsync("Alfa One");
            await other.AddAsync("Beta Other");
            await one.AddAsync("Beta One");
            await other.AddAsync("Alfa Other");
            await one.CommitAsync();
            await other.CommitAsync();
        }

        foreach (var (query, found) in new[] { ("lfa", "Alfa"), ("eta", "Beta"), ("lafa", "Alfa"), ("betta", "Beta") })
            Assert.Equal([$"{found} One", $"{found} Other"], (await customers.FindAsync(query)).Order());
    }

    [Fact]
    public async Task The_last_name_of_a_word_goes_while_another_is_being_added()
    {
        var customers = await Customers.WithAsync();
        var id = await customers.AddAsync($"Old {Word}");
        await using (var adding = await Writer.BeginAsync(customers.Tenant))
        {
            await adding.AddAsync($"New {Word}");
            await customers.RenameAsync(id, "Gone");
            await adding.CommitAsync();
        }

        await IsFoundAsync(customers);
    }

    [Fact]
    public async Task A_name_is_added_while_the_last_other_of_its_word_is_going()
    {
        var customers = await Customers.WithAsync();
        var id = await customers.AddAsync($"Old {Word}");
        await using (var renaming = await Writer.BeginAsync(customers.Tenant))
        {
            await renaming.RunAsync("update organizations set name = 'Gone' where id = @id", new { id });
            await customers.AddAsync($"New {Word}");
            await renaming.CommitAsync();
        }

        await IsFoundAsync(customers);
    }

    [Fact]
    public async Task A_number_is_added_while_one_that_ends_alike_is_going()
    {
        var customers = new Customers(await TestTenant.CreateAsync());
        var id = await customers.AddAsync("Wanted", numbers: "+390655512345");
        Task<int> adding;
        await using (var removing = await Writer.BeginAsync(customers.Tenant))
        {
            await removing.RunAsync("delete from organization_numbers where organization_id = @id", new { id });
            adding = customers.ByTheProductAsync("insert into organization_numbers (organization_id, number) values (@id, '+390277712345')", new { id });
            await removing.CommitAsync();
        }

        await adding;
        Assert.Equal(["Wanted"], await customers.FindAsync("12345"));
        Assert.Empty(await customers.FindAsync("55512345"));
    }

    private static async Task IsFoundAsync(Customers customers)
    {
        foreach (var query in new[] { Word, Word[2..], Word + "x", Word[..^1] + "e" }) Assert.Equal([$"New {Word}"], await customers.FindAsync(query));
        Assert.Empty(await customers.FindAsync("old"));
    }

    /// <summary>A transaction of the application that is still open.</summary>
    private sealed class Writer(TestTenant tenant, NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
    {
        public static async Task<Writer> BeginAsync(TestTenant tenant)
        {
            var connection = await tenant.Node.Database.App.OpenConnectionAsync();
            var transaction = await connection.BeginTransactionAsync();
            // Who would have to wait fails instead.
            await connection.ExecuteAsync("select set_config('app.tenant', @tenant, true), set_config('lock_timeout', '5s', true)", new { tenant = tenant.Id.ToString() });
            return new Writer(tenant, connection, transaction);
        }

        public Task<int> AddAsync(string name) => RunAsync(
            """
            insert into organizations (id, name, country, language, time_zone, managed_by, created_by, created_at)
            values (@id, @name, 'IT', 'it', 'Europe/Rome', 'customer', 'partner', @Now)
            """,
            new { id = Guid.CreateVersion7(tenant.Now), name, tenant.Now });

        public Task<int> RunAsync(string sql, object arguments) => connection.ExecuteAsync(sql, arguments);

        public Task CommitAsync() => transaction.CommitAsync();

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
