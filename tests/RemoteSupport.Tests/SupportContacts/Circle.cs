using System.Net;
using System.Text.Json.Nodes;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.SupportContacts;

/// <summary>An organization with Support Contacts, and the people around it.</summary>
internal sealed record Circle(TestTenant Tenant, Guid Organization, TestAccount Supporter, TestAccount Owner, Api Partner, Api Member)
{
    public string Path => $"/organizations/{Organization}/support-contacts";

    public static async Task<Circle> CreateAsync(string createdBy = "partner", string managedBy = "customer")
    {
        var tenant = await TestTenant.CreateAsync();
        var organization = await tenant.AddOrganizationAsync(managedBy);
        await tenant.RunAsync("update organizations set created_by = @createdBy where id = @organization", new { createdBy, organization });
        var (supporter, owner) = (await tenant.AddPartnerUserAsync(), await tenant.AddMemberAsync(organization, "owner"));
        return new Circle(tenant, organization, supporter, owner, await tenant.Call().SignInAsync(supporter.Email), await tenant.Call().SignInAsync(owner.Email));
    }

    /// <summary>Saves as a partner user on whatever version there is.</summary>
    public async Task<Answer> SaveAsync(params object[] contacts)
    {
        var answer = await Partner.PutAsync(Path, new { contacts }, await TagAsync());
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToJsonString());
        return answer;
    }

    public async Task<string> TagAsync() => TagOf(await Partner.GetAsync(Path));

    /// <summary>A partner user with this name and address.</summary>
    public async Task<TestAccount> AddUserAsync(string name, string? email = null, string status = "active")
    {
        var user = await Tenant.AddPartnerUserAsync(status: status);
        var address = email ?? user.Email;
        await Tenant.RunAsync("update accounts set name = @name, email = @address, email_key = lower(@address) where id = @Id", new { name, address, user.Id });
        return user with { Name = name, Email = address };
    }

    public Task<int> DeactivateAsync(TestAccount user) => Tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { user.Id });

    /// <summary>The addresses that the API lists, a partner user's with the name before it.</summary>
    public static IReadOnlyList<string> Read(Answer answer) => [.. answer.Body["contacts"]!.AsArray().Select(contact => $"{contact!["name"]} {contact["email"]}".Trim())];

    public static string TagOf(Answer answer) => answer.Headers.ETag!.ToString();

    public static IEnumerable<string> Fields(Answer answer) => answer.Body["errors"]!.AsObject().Select(error => error.Key);

    /// <summary>What the field offers to somebody who types, in its order.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(Api api, string query, Guid? organization = null)
    {
        var answer = await api.GetAsync($"/support-contact-candidates?query={Uri.EscapeDataString(query)}{(organization is { } id ? $"&organizationId={id}" : "")}");
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToJsonString());
        return [.. answer.Body["items"]!.AsArray().Select(NameOf)];
    }

    private static string NameOf(JsonNode? item) => (item!["name"] ?? item["email"])!.ToString();
}
