using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PartnerUsers;

/// <summary>A partner with two admins and a supporter, for one test.</summary>
internal sealed record Crew(TestTenant Tenant, TestAccount Admin, TestAccount Second, TestAccount Supporter)
{
    public static async Task<Crew> CreateAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        return new(tenant, await tenant.AddPartnerUserAsync("admin"), await tenant.AddPartnerUserAsync("admin"), await tenant.AddPartnerUserAsync());
    }

    public Task<Api> SignInAsync(TestAccount person) => Tenant.Call().SignInAsync(person.Email);

    public async Task<Browser> BrowseAsync(TestAccount person)
    {
        var browser = Tenant.Browse();
        await browser.SignInAsync(person.Email);
        return browser;
    }

    /// <summary>Invites somebody; the answer as it is.</summary>
    public static Task<Answer> InviteAsync(Api api, string email, string name = "Nina Nuova", string role = "supporter") => api.PostAsync("/users", new { name, email, role });

    /// <summary>Role and status as they really are.</summary>
    public async Task<string> StateAsync(Guid id) => await Tenant.SingleAsync<string>("select role || ' ' || status from accounts where id = @id", new { id });

    /// <summary>What an action's entries in the trail say of what changed.</summary>
    public Task<IReadOnlyList<string>> TrailAsync(string action) => Tenant.ListAsync<string>(
        "select (d.details -> 'changes')::text from audit_events e join audit_details d on d.event_id = e.id where e.action = @action order by e.id", new { action });
}
