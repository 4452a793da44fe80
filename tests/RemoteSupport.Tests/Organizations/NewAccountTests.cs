using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Organizations;

/// <summary>Creating a customer account by hand (OR-2), without scripts.</summary>
[Trait("Behaviour", "OR-2")]
public sealed class NewAccountTests
{
    private const string Here = "/accounts/new";
    private const string Create = "form.new-account .form-end button";

    [Fact, Trait("Behaviour", "SC-2")]
    public async Task An_account_is_created_with_what_is_likely_and_shown()
    {
        var (tenant, browser) = await SignedInAsync();
        var form = await browser.GetAsync(Here);
        Assert.Equal(("IT", "en", "Europe/Rome"), (Chosen(form, "Country"), Chosen(form, "Language"), Chosen(form, "TimeZone")));

        var page = await browser.SubmitAsync(form, Create, ("Form.Name", "Rossi Srl"), ("Form.CustomerReference", "R-1"), ("Form.Numbers", "06 698 1234"), ("ContactsTyped", "help@partner.example"));

        Assert.Equal((HttpStatusCode.OK, "Rossi Srl", "The account is created."), (page.Status, page.Heading, page.Document.QuerySelector(".notice-ok div")?.TextContent.Trim()));
        var id = Guid.Parse(page.Path.Split('/')[^1]);
        Assert.Equal(7, id.Version);
        Assert.Equal((id, "service_provider", "partner", "R-1"), await tenant.SingleAsync<(Guid, string, string, string)>("select id, managed_by, created_by, customer_reference from organizations"));
        Assert.Equal("help@partner.example", await tenant.SingleAsync<string>("select email from support_contacts"));
        Assert.Single(await tenant.ListAsync<Guid>("select id from audit_events where action = 'CreateOrganization'"));
    }

    [Fact]
    public async Task A_customer_managed_account_has_an_owner_who_is_invited_in_its_language()
    {
        var (tenant, browser) = await SignedInAsync();
        var form = await browser.GetAsync(Here);

        var bad = await browser.SubmitAsync(form, Create, ("Form.Name", ""), ("ManagedBy", "customer"), ("ContactsTyped", "help@partner.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.Status);
        Assert.Equal(("Enter a name.", "Enter a name.", "Enter a valid e-mail address."), (bad.ErrorAt("Form.Name"), bad.ErrorAt("Owner.Name"), bad.ErrorAt("Owner.Email")));
        Assert.True(bad.Document.QuerySelector("[name='ManagedBy'][value='customer']")!.HasAttribute("checked"));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from organizations"));
        var page = await browser.SubmitAsync(bad, Create, ("Form.Name", "Nord GmbH"), ("Form.Language", "de"), ("Owner.Name", "Anna Bauer"), ("Owner.Email", "anna@nord.example"));

        Assert.Equal((HttpStatusCode.OK, "customer"), (page.Status, await tenant.SingleAsync<string>("select managed_by from organizations")));
        Assert.Contains("anna@nord.example", page.Document.QuerySelector(".notice-ok")!.TextContent, StringComparison.Ordinal);
        var mail = Assert.Single(await tenant.MessagesToAsync("anna@nord.example"));
        Assert.Equal(("activation", "de"), (mail.Message, mail.Language));
    }

    [Fact]
    public async Task What_was_typed_of_an_owner_counts_only_where_the_customer_manages_the_account()
    {
        var (tenant, browser) = await SignedInAsync();
        await browser.SubmitAsync(
            await browser.GetAsync(Here), Create, ("Form.Name", "Rossi"), ("Owner.Name", "Anna"), ("Owner.Email", "anna@nord.example"), ("ContactsTyped", "help@partner.example"));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from accounts where kind = 'organization'"));
        Assert.Single(await tenant.ListAsync<Guid>("select id from organizations"));
    }

    [Theory, Trait("Behaviour", "SC-2"), Trait("Behaviour", "SC-5")]
    [InlineData("", "Add at least one Support Contact")]
    [InlineData("not an address", "Contains an invalid email")]
    public async Task Without_a_support_contact_or_with_a_bad_address_in_the_box_nothing_is_created(string typed, string said)
    {
        var (tenant, browser) = await SignedInAsync();
        var page = await browser.SubmitAsync(await browser.GetAsync(Here), Create, ("Form.Name", "Rossi"), ("ContactsTyped", typed));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, said), (page.Status, page.Document.QuerySelector("#contacts-error")?.TextContent.Trim()));
        Assert.Equal(("Rossi", typed), (page.Document.QuerySelector("#Form_Name")?.GetAttribute("value"), page.Document.QuerySelector("#ContactsTyped")?.GetAttribute("value")));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from organizations"));
    }

    [Fact, Trait("Behaviour", "SC-3")]
    public async Task A_contact_is_found_and_added_by_the_fields_own_buttons_and_nothing_else_is_lost()
    {
        var (tenant, browser) = await SignedInAsync();
        var colleague = await tenant.AddPartnerUserAsync("admin");
        var page = await browser.SubmitAsync(await browser.GetAsync(Here), "button[name='ContactsStep']", ("Form.Name", "Rossi"), ("ManagedBy", "customer"), ("Owner.Email", "anna@"), ("ContactsTyped", colleague.Name));
        Assert.Equal(("Rossi", "anna@"), (page.Document.QuerySelector("#Form_Name")?.GetAttribute("value"), page.Document.QuerySelector("#Owner_Email")?.GetAttribute("value")));
        Assert.Empty(await tenant.ListAsync<Guid>("select id from organizations"));

        page = await browser.SubmitAsync(page, $"button[value*='{colleague.Id}']", ("ContactsTyped", ""));
        page = await browser.SubmitAsync(page, Create, ("ManagedBy", "service_provider"));
        Assert.Equal((HttpStatusCode.OK, colleague.Id), (page.Status, await tenant.SingleAsync<Guid>("select account_id from support_contacts")));
    }

    [Fact]
    public async Task A_double_click_or_a_retry_creates_one_and_leads_to_it()
    {
        var (tenant, browser) = await SignedInAsync();
        var form = await browser.GetAsync(Here);
        (string, string)[] typed = [("Form.Name", "Rossi"), ("Form.Numbers", "+39066981234"), ("ManagedBy", "customer"), ("Owner.Name", "Anna"), ("Owner.Email", "anna@nord.example"), ("ContactsTyped", "help@partner.example")];

        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.SubmitAsync(form, Create, typed)));
        var again = await browser.SubmitAsync(form, Create, typed);

        var id = await tenant.SingleAsync<Guid>("select id from organizations");
        Assert.All(pages.Append(again), page => Assert.Equal((HttpStatusCode.OK, $"/accounts/{id}"), (page.Status, page.Path)));
        Assert.Single(await tenant.MessagesToAsync("anna@nord.example"));
        Assert.Single(await tenant.ListAsync<Guid>("select id from audit_events where action = 'CreateOrganization'"));
    }

    [Theory]
    [InlineData("Form.Name", "Second")]
    [InlineData("Form.Numbers", "+39066981234")]
    [InlineData("ContactsTyped", "other@partner.example")]
    [InlineData("Owner.Email", "berta@nord.example")]
    [InlineData("ManagedBy", "service_provider")]
    public async Task A_form_that_has_created_one_and_says_something_else_by_now_creates_nothing_and_says_so(string field, string value)
    {
        var (tenant, browser) = await SignedInAsync();
        var form = await browser.GetAsync(Here);
        (string, string)[] typed = [("Form.Name", "First"), ("ManagedBy", "customer"), ("Owner.Name", "Anna"), ("Owner.Email", "anna@nord.example"), ("ContactsTyped", "help@partner.example")];
        await browser.SubmitAsync(form, Create, typed);

        var page = await browser.SubmitAsync(form, Create, [.. typed.Where(pair => pair.Item1 != field), (field, value)]);

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("This form has created an account already.", page.Text, StringComparison.Ordinal);
        var (id, name) = await tenant.SingleAsync<(Guid, string)>("select id, name from organizations");
        Assert.Equal(("First", true), (name, page.Document.QuerySelector($"main a.button[href='/accounts/{id}']") is not null));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_tenants_id_is_no_key_to_anything()
    {
        var (theirs, scene) = (await Steps.SceneAsync(), await SignedInAsync());
        var page = await scene.Browser.SubmitAsync(
            await scene.Browser.GetAsync(Here), Create, ("AccountId", theirs.Organization.ToString()), ("Form.Name", "Mine"), ("ContactsTyped", "help@partner.example"));
        Assert.Equal((HttpStatusCode.OK, "Mine"), (page.Status, page.Heading));
        Assert.NotEqual("Mine", await theirs.Tenant.SingleAsync<string>("select name from organizations"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("2f1f9b0a-6a54-4b5e-9d7a-0f6f1c3f9a11")]
    public async Task A_forged_key_is_none(string key)
    {
        var (tenant, browser) = await SignedInAsync();
        var form = await browser.GetAsync(Here);
        foreach (var name in new[] { "One", "Two" })
            Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(form, Create, ("AccountId", key), ("Form.Name", name), ("ContactsTyped", "help@partner.example"))).Status);
        Assert.All(await tenant.ListAsync<Guid>("select id from organizations"), id => Assert.Equal(7, id.Version));
        Assert.Equal(2, (await tenant.ListAsync<Guid>("select id from organizations")).Count);
    }

    private static string? Chosen(Page page, string field) => page.Document.QuerySelector($"#Form_{field} option[selected]")?.GetAttribute("value");

    private static async Task<(TestTenant Tenant, Browser Browser)> SignedInAsync()
    {
        var tenant = await TestTenant.CreateAsync();
        var browser = tenant.Browse();
        await browser.SignInAsync((await tenant.AddPartnerUserAsync()).Email);
        return (tenant, browser);
    }
}
