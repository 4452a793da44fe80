using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PartnerUsers;

/// <summary>The same by page, as a person without scripts sees it.</summary>
public sealed class PartnerUserPagesTests
{
    private const string Here = "/settings/users";

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task A_person_is_invited_by_a_form_that_keeps_what_was_typed_when_something_is_wrong()
    {
        var crew = await Crew.CreateAsync();
        var browser = await crew.BrowseAsync(crew.Admin);
        var page = await browser.SubmitAsync(
            await browser.GetAsync(Here), "[name='Form.Email']", ("Form.Name", "Nina Nuova"), ("Form.Email", "nina at example"), ("Form.Role", "admin"), ("Form.Language", "es"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "The e-mail address is not valid."), (page.Status, page.ErrorAt("Form.Email")));
        Assert.Equal("Nina Nuova", page.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));

        page = await browser.SubmitAsync(page, "[name='Form.Email']", ("Form.Email", "nina@example.com"));
        Assert.Contains("The invitation to nina@example.com is on its way.", page.Text, StringComparison.Ordinal);
        Assert.Equal("es", Assert.Single(await crew.Tenant.MessagesToAsync("nina@example.com")).Language);
        Assert.Equal("admin invited", await crew.Tenant.SingleAsync<string>("select role || ' ' || status from accounts where email = 'nina@example.com'"));
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task The_list_is_searched_by_its_form_and_leads_to_each_person()
    {
        var crew = await Crew.CreateAsync();
        var browser = await crew.BrowseAsync(crew.Admin);
        var page = await browser.SubmitAsync(await browser.GetAsync(Here), "[name='query']", ("query", crew.Supporter.Name));
        var row = Assert.Single(page.Document.QuerySelectorAll("#users tbody tr"));
        page = await browser.GetAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal(crew.Supporter.Name, page.Heading);

        page = await browser.GetAsync($"{Here}?query=nobody");
        Assert.Contains("Nobody fits", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task A_role_is_chosen_and_saved()
    {
        var crew = await Crew.CreateAsync();
        var browser = await crew.BrowseAsync(crew.Admin);
        var page = await browser.SubmitAsync(await browser.GetAsync($"{Here}/{crew.Supporter.Id}"), "[name='role']", ("role", "admin"));
        Assert.Contains($"{crew.Supporter.Name} has this role now: Admin", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task An_admin_who_steps_down_is_led_home_and_the_last_one_is_told_why_not()
    {
        var crew = await Crew.CreateAsync();
        var (first, second) = (await crew.BrowseAsync(crew.Admin), await crew.BrowseAsync(crew.Second));
        var page = await first.SubmitAsync(await first.GetAsync($"{Here}/{crew.Admin.Id}"), "form[action*='handler=Role'] button");
        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Path));

        page = await second.SubmitAsync(await second.GetAsync($"{Here}/{crew.Second.Id}"), "form[action*='handler=Role'] button");
        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("This is the last active admin. Make somebody else an admin first.", page.Text, StringComparison.Ordinal);
        Assert.Equal("admin active", await crew.StateAsync(crew.Second.Id));
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task Deactivating_says_first_and_afterwards_which_customers_nobody_else_looks_after()
    {
        var crew = await Crew.CreateAsync();
        var (alone, shared, gone) = (await AddContactsAsync(crew, crew.Supporter), await AddContactsAsync(crew, crew.Supporter, crew.Second), await AddContactsAsync(crew, crew.Supporter, crew.Admin));
        await crew.Tenant.RunAsync("update accounts set status = 'deactivated' where id = @Id", new { crew.Second.Id });
        var browser = await crew.BrowseAsync(crew.Admin);

        var page = await browser.GetAsync($"{Here}/{crew.Supporter.Id}");
        var said = page.Document.QuerySelector("form[action*=Deactivate] .notice")!;
        Assert.Contains("2 customers have nobody else", said.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            new[] { alone, shared }.Select(id => $"/accounts/{id}/support-contacts").Order(), said.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).Order());
        Assert.DoesNotContain(gone.ToString(), page.Html, StringComparison.Ordinal);

        page = await browser.SubmitAsync(page, "form[action*=Deactivate] button");
        Assert.Contains($"{crew.Supporter.Name} is deactivated.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2 customers have nobody else", page.Text, StringComparison.Ordinal);

        page = await browser.SubmitAsync(page, "form[action*=Reactivate] button");
        Assert.Contains($"{crew.Supporter.Name} can sign in again.", page.Text, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task An_invitation_is_renewed_and_a_lock_lifted_by_a_button()
    {
        var crew = await Crew.CreateAsync();
        for (var i = 0; i < 5; i++) await crew.Tenant.Call().TrySignInAsync(crew.Supporter.Email, "wrong");
        var invited = await crew.Tenant.AddPartnerUserAsync(status: "invited");
        var browser = await crew.BrowseAsync(crew.Admin);
        var page = await browser.SubmitAsync(await browser.GetAsync($"{Here}/{crew.Supporter.Id}"), "form[action*=Unlock] button");
        Assert.Contains("The account is unlocked.", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await crew.Tenant.Call().TrySignInAsync(crew.Supporter.Email, TestTenant.Password)).Status);

        page = await browser.SubmitAsync(await browser.GetAsync($"{Here}/{invited.Id}"), "form[action*=Renew] button");
        Assert.Contains($"The invitation to {invited.Email} is on its way.", page.Text, StringComparison.Ordinal);
        Assert.Single(await crew.Tenant.MessagesToAsync(invited.Email));
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task Nobody_but_tenant_admins_sees_the_pages()
    {
        var crew = await Crew.CreateAsync();
        var owner = await crew.Tenant.AddMemberAsync(await crew.Tenant.AddOrganizationAsync(), "owner");
        foreach (var person in new[] { crew.Supporter, owner })
            foreach (var path in new[] { Here, $"{Here}/{crew.Second.Id}" })
            {
                var page = await (await crew.BrowseAsync(person)).GetAsync(path);
                Assert.Equal(HttpStatusCode.Forbidden, page.Status);
                Assert.DoesNotContain(crew.Second.Email, page.Html, StringComparison.Ordinal);
            }
    }

    private static async Task<Guid> AddContactsAsync(Crew crew, params TestAccount[] contacts)
    {
        var id = await crew.Tenant.AddOrganizationAsync();
        await crew.Tenant.RunAsync(
            """
            insert into support_contact_lists (organization_id, saved_at) values (@id, @Now);
            insert into support_contacts (organization_id, position, account_id) select @id, position, account from unnest(@accounts) with ordinality as c (account, position)
            """,
            new { id, crew.Tenant.Now, accounts = contacts.Select(contact => contact.Id).ToArray() });
        return id;
    }
}
