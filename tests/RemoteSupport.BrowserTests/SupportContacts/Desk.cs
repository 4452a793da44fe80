using Microsoft.Playwright;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.BrowserTests.SupportContacts;

/// <summary>Somebody at the field of Support Contacts, in a browser of their own.</summary>
internal sealed class Desk(Person person, Guid organization) : IAsyncDisposable
{
    public const string First = "first@customer.example";

    public Person Person => person;

    public IPage Page => person.Page;

    public ILocator Box => Page.Locator("#ContactsTyped");

    public ILocator Chosen => Page.Locator(".contacts-chosen .contact-name");

    public ILocator Options => Page.Locator("#contacts-options [role=option] > .contact-name");

    public ILocator Active => Page.Locator("#contacts-options [aria-selected=true] > .contact-name");

    public ILocator Error => Page.Locator("#contacts-error");

    public ILocator Said => Page.Locator("[data-contacts-said]");

    /// <summary>A partner user at an organization's page, where one address is saved, and three colleagues can be found.</summary>
    public static async Task<Desk> OfPartnerAsync(View? view = null)
    {
        var (tenant, organization) = await PrepareAsync();
        var person = await Person.ComeAsync(tenant, view);
        await person.SignInAsync(await tenant.AddPartnerUserAsync(language: view?.Language ?? "en"));
        await person.GoAsync($"/accounts/{organization}/support-contacts");
        return new Desk(person, organization);
    }

    /// <summary>The organization's owner at their own page.</summary>
    public static async Task<Desk> OfOwnerAsync(View? view = null)
    {
        var (tenant, organization) = await PrepareAsync();
        var person = await Person.ComeAsync(tenant, view);
        await person.SignInAsync(await tenant.AddMemberAsync(organization, "owner", language: view?.Language ?? "en"));
        await person.GoAsync("/manage/support-contacts");
        return new Desk(person, organization);
    }

    /// <summary>Somebody of the partner saves another list meanwhile.</summary>
    public async Task SaveElsewhereAsync(string email)
    {
        var api = await person.Tenant.Call().SignInAsync((await person.Tenant.AddPartnerUserAsync()).Email);
        var path = $"/organizations/{organization}/support-contacts";
        var answer = await api.PutAsync(path, new { contacts = new[] { new { email } } }, (await api.GetAsync(path)).Headers.ETag!.ToString());
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.Status);
    }

    /// <summary>What is saved: names of partner users, and addresses.</summary>
    public Task<IReadOnlyList<string>> SavedAsync() =>
        person.Tenant.ListAsync<string>("select coalesce(c.email, a.name) from support_contacts c left join accounts a on a.id = c.account_id order by c.position");

    /// <summary>What a paste does, whatever the system's clipboard allows.</summary>
    public Task PasteAsync(string text) => Box.EvaluateAsync(
        """
        (box, text) => {
          box.focus();
          const data = new DataTransfer();
          data.setData('text/plain', text);
          if (box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))) document.execCommand('insertText', false, text);
        }
        """,
        text);

    public Task SaveAsync() => person.SubmitAsync("#contacts-form .form-end button");

    public async ValueTask DisposeAsync() => await person.DisposeAsync();

    private static async Task<(TestTenant Tenant, Guid Organization)> PrepareAsync()
    {
        var tenant = await PortalNode.TenantAsync();
        var organization = await tenant.AddOrganizationAsync();
        foreach (var (name, email) in new[] { ("Anna Able", "anna@nord.example"), ("Ugo Anna", "ugo@nord.example"), ("Susanna Süß", "susi@nord.example") })
            await tenant.RunAsync("update accounts set name = @name, email = @email, email_key = @email where id = @Id", new { name, email, (await tenant.AddPartnerUserAsync()).Id });
        await tenant.RunAsync(
            """
            insert into support_contact_lists (organization_id, saved_at) values (@organization, @Now);
            insert into support_contacts (organization_id, position, email, email_key) values (@organization, 1, @First, @First)
            """,
            new { organization, tenant.Now, First });
        return (tenant, organization);
    }
}
