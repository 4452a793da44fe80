using Dapper;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.Organizations;
using RemoteSupport.Platform.Identity;
using RemoteSupport.Platform.Mediation;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>A fresh tenant whose organizations a test names, and a supporter who looks for them.</summary>
internal sealed class Customers(TestTenant tenant)
{
    private readonly Dictionary<Guid, string> names = [];

    public TestTenant Tenant => tenant;

    public static async Task<Customers> WithAsync(params string[] names)
    {
        var customers = new Customers(await TestTenant.CreateAsync());
        foreach (var name in names) await customers.AddAsync(name);
        return customers;
    }

    public async Task<Guid> AddAsync(string name, string? reference = null, string managedBy = "customer", string status = "active", params string[] numbers)
    {
        var id = Guid.CreateVersion7(tenant.Now);
        await tenant.RunAsync(
            """
            insert into organizations (id, name, customer_reference, country, language, time_zone, managed_by, status, created_by, created_at)
            values (@id, @name, @reference, 'IT', 'it', 'Europe/Rome', @managedBy, @status, 'partner', @Now);
            insert into organization_numbers (organization_id, number) select @id, unnest(@numbers)
            """,
            new { id, name, reference, managedBy, status, numbers, tenant.Now });
        names[id] = name;
        return id;
    }

    /// <summary>Many at once, as an import would.</summary>
    public async Task AddManyAsync(IEnumerable<string> many)
    {
        var rows = many.Select(name => (Id: Guid.CreateVersion7(tenant.Now), Name: name)).ToList();
        await tenant.RunAsync(
            """
            insert into organizations (id, name, country, language, time_zone, managed_by, created_by, created_at)
            select id, name, 'IT', 'it', 'Europe/Rome', 'customer', 'partner', @Now from unnest(@ids, @names) r (id, name)
            """,
            new { ids = rows.Select(row => row.Id).ToArray(), names = rows.Select(row => row.Name).ToArray(), tenant.Now });
        foreach (var (id, name) in rows) names[id] = name;
    }

    public Task<int> RenameAsync(Guid id, string name)
    {
        names[id] = name;
        return ByTheProductAsync("update organizations set name = @name where id = @id", new { id, name });
    }

    /// <summary>As the application does it: behind the fence.</summary>
    public async Task<int> ByTheProductAsync(string sql, object arguments)
    {
        await using var connection = await tenant.Node.Database.App.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("select set_config('app.tenant', @tenant, true)", new { tenant = tenant.Id.ToString() });
        var changed = await connection.ExecuteAsync(sql, arguments);
        await transaction.CommitAsync();
        return changed;
    }

    /// <summary>The names found, in order.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(string query) =>
        [.. (await SendAsync(new FindOrganizations { Query = query })).Value!.Organizations.Select(organization => organization.Name)];

    public async Task<Outcome<FoundOrganizations>> SendAsync(FindOrganizations request)
    {
        Outcome<FoundOrganizations>? outcome = null;
        await tenant.InScopeAsync(async services =>
        {
            services.GetRequiredService<Caller>().Session = new Session(Guid.Empty, Guid.Empty, tenant.Now, tenant.Now, "", "", "partner", "supporter", null, null, null);
            outcome = await services.GetRequiredService<IMediator>().Send(request);
        });
        return outcome!;
    }
}
