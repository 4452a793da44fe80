using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using RemoteSupport.Features.ProblemReports;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.ProblemReports;

/// <summary>A tenant with a customer, its member and owner, and two Support Contacts: a partner user, and an address.</summary>
internal sealed class Reported
{
    public const string Address = "helpdesk@shop.example";

    private Reported(TestTenant tenant, Guid organization) => (Tenant, Organization) = (tenant, organization);

    public TestTenant Tenant { get; }

    public Guid Organization { get; }

    public required TestAccount Member { get; init; }

    public required TestAccount Owner { get; init; }

    public required TestAccount Contact { get; init; }

    public required TestAccount Admin { get; init; }

    public required Api AsMember { get; init; }

    public required Api AsOwner { get; init; }

    public required Api AsContact { get; init; }

    public required Api AsAdmin { get; init; }

    public static async Task<Reported> BeginAsync(string managedBy = "customer", string language = "en", string? contactLanguage = "en", TestNode? node = null, string address = Address)
    {
        var tenant = await TestTenant.CreateAsync(node);
        var organization = await tenant.AddOrganizationAsync(managedBy, language);
        var (member, owner) = (await tenant.AddMemberAsync(organization, language: language), await tenant.AddMemberAsync(organization, "owner", language: language));
        var (contact, admin) = (await tenant.AddPartnerUserAsync(language: contactLanguage), await tenant.AddPartnerUserAsync("admin"));
        var scene = new Reported(tenant, organization)
        {
            Member = member, Owner = owner, Contact = contact, Admin = admin,
            AsMember = await tenant.Call().SignInAsync(member.Email), AsOwner = await tenant.Call().SignInAsync(owner.Email),
            AsContact = await tenant.Call().SignInAsync(contact.Email), AsAdmin = await tenant.Call().SignInAsync(admin.Email),
        };
        await scene.SaveContactsAsync([contact.Id], [address]);
        return scene;
    }

    /// <summary>The organization's Support Contacts, as if saved just now.</summary>
    public Task SaveContactsAsync(Guid[] users, string[] addresses) => Tenant.RunAsync(
        """
        delete from support_contacts where organization_id = @Organization;
        insert into support_contact_lists (organization_id, saved_at) values (@Organization, @Now) on conflict do nothing;
        insert into support_contacts (organization_id, position, account_id, email, email_key)
        select @Organization, row_number() over (), c.id, c.email, c.email
        from (select unnest(@users) as id, null::text as email union all select null, unnest(@addresses)) c
        """,
        new { Organization, Tenant.Now, users, addresses });

    public Task<Answer> ReportAsync(Api? by = null, object? body = null) =>
        (by ?? AsMember).PostAsync($"/organizations/{Organization}/problem-reports", body ?? new { application = "Mail", summary = "Nothing arrives", description = "Since this morning." });

    /// <summary>The id of a report that was made.</summary>
    public async Task<Guid> ReportedAsync(Api? by = null)
    {
        var answer = await ReportAsync(by);
        Assert.True(answer.Status == HttpStatusCode.Created, answer.Body.ToJsonString());
        return answer.Body["id"]!.GetValue<Guid>();
    }

    /// <summary>A second later: what happens in the same millisecond has no order.</summary>
    public Reported Then()
    {
        Tenant.Now += TimeSpan.FromSeconds(1);
        return this;
    }

    public Task<string> StateAsync(Guid id) => Tenant.SingleAsync<string>("select state from problem_reports where id = @id", new { id });

    /// <summary>What the job does, until nothing is left.</summary>
    public Task LookAfterAsync() => Tenant.InScopeAsync(async services => await services.GetRequiredService<IMediator>().Send(new LookAfterReports()));

    /// <summary>The messages that somebody got about reports.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(string address) => [.. (await Tenant.MessagesToAsync(address)).Select(mail => mail.Message)];
}
