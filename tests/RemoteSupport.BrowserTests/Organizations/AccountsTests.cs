using System.Text.RegularExpressions;
using RemoteSupport.BrowserTests.Hosting;
using RemoteSupport.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace RemoteSupport.BrowserTests.Organizations;

/// <summary>The partner's accounts in a real browser: the list that answers while somebody types, and a new account with and without scripts.</summary>
public sealed partial class AccountsTests
{
    [Fact, Trait("Behaviour", "OR-6")]
    public async Task The_list_answers_while_somebody_types_narrows_and_pages_and_the_back_button_leads_back()
    {
        var tenant = await PortalNode.TenantAsync();
        await AddAsync(tenant, [.. Enumerable.Range(0, 60).Select(number => ($"Rossi {number:00}", "customer")), ("Verdi", "service_provider"), ("Verde Due", "customer")]);
        await using var person = await Person.ComeAsync(tenant);
        await person.SignInAsync(await tenant.AddPartnerUserAsync());
        await person.Page.Locator("main a[href='/accounts']").ClickAsync();
        var (names, query) = (person.Page.Locator("#accounts tbody th"), person.Page.Locator("#query"));
        await Expect(names).ToHaveCountAsync(25);

        await query.PressSequentiallyAsync("verd");
        await Expect(names).ToHaveTextAsync(["Verde Due", "Verdi"]);
        await Expect(query).ToBeFocusedAsync();
        await person.Page.SelectOptionAsync("#managed-by", "service_provider");
        await Expect(names).ToHaveTextAsync(["Verdi"]);
        await Expect(person.Page).ToHaveURLAsync(Narrowed());
        await Expect(person.Page.Locator("a[download]")).ToHaveAttributeAsync("href", "/accounts/export.csv?query=verd&managedBy=service_provider");
        await names.Locator("a").ClickAsync();
        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("Verdi");
        await person.Page.GoBackAsync();
        await Expect(names).ToHaveTextAsync(["Verdi"]);
        await Expect(query).ToHaveValueAsync("verd");

        await query.FillAsync("");
        await person.Page.SelectOptionAsync("#managed-by", "customer");
        await Expect(names).ToHaveCountAsync(25);
        await person.Page.Locator(".pages a[rel=next]").ClickAsync();
        await Expect(names.First).ToHaveTextAsync("Rossi 25");
        await Expect(person.Page.Locator("#managed-by")).ToHaveValueAsync("customer");
        await person.Page.GoBackAsync();
        await Expect(names.First).ToHaveTextAsync("Rossi 00");
        await query.FillAsync("nobody at all");
        await Expect(person.Page.Locator("#accounts .empty h2")).ToHaveTextAsync("No account matches “nobody at all”");
        Assert.Empty(person.Complaints);
    }

    [Theory, InlineData(true), InlineData(false), Trait("Behaviour", "OR-2"), Trait("Behaviour", "SC-2")]
    public async Task A_German_account_is_created_with_its_owner_with_and_without_scripts(bool scripts)
    {
        var tenant = await PortalNode.TenantAsync();
        await using var person = await Person.ComeAsync(tenant, new View("de") { Scripts = scripts });
        await person.SignInAsync(await tenant.AddPartnerUserAsync(language: "de"));
        await person.GoAsync("/accounts/new");
        Assert.Equal("Neues Konto", await person.HeadingAsync());
        var owner = person.Page.Locator("[name='Owner.Email']");
        await Expect(owner).ToBeHiddenAsync();
        await person.Page.CheckAsync("[name=ManagedBy][value=customer]");
        await Expect(owner).ToBeVisibleAsync();

        await person.SubmitAsync("form.new-account .form-end button");
        await Expect(person.Page.Locator("#Form_Name-error")).ToHaveTextAsync("Geben Sie einen Namen ein.");
        await Expect(person.Page.Locator("#Owner_Email-error")).ToHaveTextAsync("Geben Sie eine gültige E-Mail-Adresse ein.");
        await person.Page.FillAsync("#Form_Name", "Müller & Söhne GmbH");
        await person.Page.FillAsync("#Form_Numbers", "+49 30 1234567");
        await person.Page.SelectOptionAsync("#Form_Country", new[] { new Microsoft.Playwright.SelectOptionValue { Label = "Deutschland" } });
        await person.Page.SelectOptionAsync("#Form_Language", "de");
        await person.Page.FillAsync("[name='Owner.Name']", "Jörg Müller");
        await owner.FillAsync("joerg@mueller.example");
        await person.Page.FillAsync("#ContactsTyped", "hilfe@nordlicht.example");
        await person.SubmitAsync("form.new-account .form-end button");

        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("Müller & Söhne GmbH");
        await Expect(person.Page.Locator(".notice-ok, .toasts").First).ToContainTextAsync("Das Konto ist angelegt.");
        Assert.Matches(Account(), person.Path);
        Assert.Equal(("DE", "de", "customer"), await tenant.SingleAsync<(string, string, string)>("select country, language, managed_by from organizations"));
        Assert.Equal("hilfe@nordlicht.example", await tenant.SingleAsync<string>("select email from support_contacts"));
        var mail = Assert.Single(await tenant.MessagesToAsync("joerg@mueller.example"));
        Assert.Equal(("activation", "de"), (mail.Message, mail.Language));
        Assert.Empty(person.Complaints);
    }

    [Fact, Trait("Behaviour", "OR-1")]
    public async Task Leaving_with_something_typed_is_asked_about_and_saving_is_not()
    {
        var tenant = await PortalNode.TenantAsync();
        var organization = await tenant.AddOrganizationAsync();
        await using var person = await Person.ComeAsync(tenant);
        await person.SignInAsync(await tenant.AddPartnerUserAsync());
        await person.GoAsync($"/accounts/{organization}");
        var asked = new List<string>();
        person.Page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            _ = dialog.DismissAsync();
        };

        await person.Page.FillAsync("#Form_Name", "Something new");
        await person.Page.Locator(".tabs a[href$='/remote-support']").DispatchEventAsync("click");
        await Expect(person.Page.Locator("#Form_Name")).ToHaveValueAsync("Something new");
        await person.SubmitAsync("form:has(#Form_Name) button");
        Assert.Equal(["beforeunload"], asked);
        await Expect(person.Page.Locator("h1")).ToHaveTextAsync("Something new");
    }

    private static async Task AddAsync(TestTenant tenant, IReadOnlyList<(string Name, string ManagedBy)> organizations)
    {
        foreach (var (name, managedBy) in organizations)
        {
            var id = await tenant.AddOrganizationAsync(managedBy);
            await tenant.RunAsync("update organizations set name = @name where id = @id", new { name, id });
        }
    }

    [GeneratedRegex(@"/accounts\?query=verd&managedBy=service_provider&status=$")]
    private static partial Regex Narrowed();

    [GeneratedRegex("^/accounts/[0-9a-f-]{36}$")]
    private static partial Regex Account();
}
