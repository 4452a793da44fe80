using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.SupportContacts;

/// <summary>The field as a person without scripts sees it (SC-2 to SC-6).</summary>
public sealed class ContactsPageTests
{
    private const string Inside = "/manage/support-contacts";
    private const string Save = "#contacts-form .form-end button";
    private const string Search = "button[value='search']";

    [Fact, Trait("Behaviour", "SC-3")]
    public async Task A_partner_user_searches_adds_and_saves_and_nothing_happens_before_that()
    {
        var (circle, browser, page) = await PartnerAsync();
        var anna = await circle.AddUserAsync("Anna Able");

        page = await browser.SubmitAsync(page, Search, ("ContactsTyped", "anna"));
        Assert.Equal(["Anna Able"], Found(page));
        page = await browser.SubmitAsync(page, ".contacts-found button");
        Assert.Equal(["first@customer.example", "Anna Able"], Chosen(page));
        Assert.Equal("", Typed(page));
        Assert.Equal(["first@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));

        page = await browser.SubmitAsync(page, Save);
        Assert.Equal((HttpStatusCode.OK, "The Support Contacts are saved."), (page.Status, page.Document.QuerySelector(".notice-ok")!.TextContent.Trim()));
        Assert.Equal(["first@customer.example", $"Anna Able {anna.Email}"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Fact, Trait("Behaviour", "SC-3"), Trait("Behaviour", "SC-5")]
    public async Task Several_addresses_are_taken_out_of_the_box_and_the_bad_ones_stay_under_the_message()
    {
        var (circle, browser, page) = await PartnerAsync();
        page = await browser.SubmitAsync(page, Search, ("ContactsTyped", "a@b.example, FIRST@customer.example;c@d.example  bad@ \t e@f.example,worse"));
        Assert.Equal(["first@customer.example", "a@b.example", "c@d.example", "e@f.example"], Chosen(page));
        Assert.Equal(("bad@, worse", "Contains an invalid email"), (Typed(page), Error(page)));

        page = await browser.SubmitAsync(page, Save);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Contains an invalid email", "bad@, worse"), (page.Status, Error(page), Typed(page)));
        Assert.Equal(4, Chosen(page).Count);
        Assert.Equal(["first@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));

        await browser.SubmitAsync(page, Save, ("ContactsTyped", "late@b.example"));
        Assert.Equal(["first@customer.example", "a@b.example", "c@d.example", "e@f.example", "late@b.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Fact, Trait("Behaviour", "SC-2")]
    public async Task The_last_one_cannot_be_removed()
    {
        var (circle, browser, page) = await PartnerAsync();
        page.Document.QuerySelector("[name=Contacts]")!.RemoveAttribute("checked");
        page = await browser.SubmitAsync(page, Save);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Add at least one Support Contact"), (page.Status, Error(page)));
        Assert.Equal(["first@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Fact, Trait("Behaviour", "SC-5")]
    public async Task A_deactivated_partner_user_is_flagged()
    {
        var (circle, browser, _) = await PartnerAsync();
        var gone = await circle.AddUserAsync("Greta Gone");
        await circle.SaveAsync(new { userId = gone.Id }, new { email = "a@customer.example" });
        await circle.DeactivateAsync(gone);
        foreach (var page in new[] { await browser.GetAsync($"/accounts/{circle.Organization}/support-contacts"), (await MemberAsync(circle)).Page })
            Assert.Contains("Deactivated: gets no mail", page.Document.QuerySelector("#contacts li")!.TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "SC-4")]
    public async Task An_administrator_adds_an_address_by_its_button_and_saves_by_the_icon()
    {
        var circle = await Circle.CreateAsync();
        await circle.SaveAsync(new { userId = circle.Supporter.Id }, new { email = "old@customer.example" });
        var (browser, page) = await MemberAsync(circle);
        Assert.Equal([circle.Supporter.Name, "old@customer.example"], Chosen(page));
        Assert.DoesNotContain(circle.Supporter.Email, page.Html, StringComparison.Ordinal);

        page = await browser.SubmitAsync(page, Search, ("ContactsTyped", "new@customer.example"));
        Assert.Equal(["new@customer.example"], Found(page));
        Assert.Equal(2, Chosen(page).Count);
        Assert.Equal("Add", page.Document.QuerySelector(".contacts-found button")!.TextContent.Trim());
        page = await browser.SubmitAsync(page, ".contacts-found button");
        page.Document.QuerySelector($"[name=Contacts][value='{circle.Supporter.Id}']")!.RemoveAttribute("checked");
        Assert.Equal("Save", page.Document.QuerySelector(Save)!.GetAttribute("aria-label"));
        await browser.SubmitAsync(page, Save);
        Assert.Equal(["old@customer.example", "new@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Fact, Trait("Behaviour", "SC-4")]
    public async Task What_no_partner_created_is_shown_with_the_reason_and_without_a_form()
    {
        var circle = await Circle.CreateAsync("operator");
        await circle.SaveAsync(new { email = "kept@customer.example" });
        var (browser, page) = await MemberAsync(circle);
        Assert.Contains("because this account was not created by a partner", page.Text, StringComparison.Ordinal);
        Assert.Contains("kept@customer.example", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("#contacts-form"));

        var token = (await browser.GetAsync("/sessions")).Document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var forged = await browser.PostAsync(Inside, [new("__RequestVerificationToken", token), new("Contacts", "new@customer.example"), new("version", "1")]);
        Assert.Equal(HttpStatusCode.Forbidden, forged.Status);
        Assert.Equal(["kept@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Fact, Trait("Behaviour", "SC-4"), Trait("Behaviour", "OR-6")]
    public async Task Account_information_shows_them_and_leads_to_the_form()
    {
        var circle = await Circle.CreateAsync();
        await circle.SaveAsync(new { email = "kept@customer.example" });
        var (browser, _) = await MemberAsync(circle);
        var card = (await browser.GetAsync("/manage/account-information")).Document.QuerySelector("#support-contacts")!;
        Assert.Contains("kept@customer.example", card.TextContent, StringComparison.Ordinal);
        Assert.Equal((Inside, "Edit the Support Contacts"), (card.QuerySelector("a")!.GetAttribute("href"), card.QuerySelector("a")!.TextContent));
    }

    [Theory, Trait("Behaviour", "SC-4"), Trait("Behaviour", "RA-12")]
    [InlineData("super_admin", true)]
    [InlineData("look_only", false)]
    public async Task In_the_remote_view_the_form_stays_in_it(string role, bool mayEdit)
    {
        var circle = await Circle.CreateAsync();
        await circle.SaveAsync(new { email = "kept@customer.example" });
        var (token, login) = await circle.Tenant.ActAsync(circle.Supporter, circle.Organization, role);
        var browser = circle.Tenant.Browse();
        browser.Cookies[$"__Host-support-{login:N}"] = token;

        var page = await browser.GetAsync($"/support/{login}{Inside}");
        Assert.Equal((HttpStatusCode.OK, mayEdit), (page.Status, page.Document.QuerySelector("#contacts-form") is not null));
        Assert.Contains("kept@customer.example", page.Text, StringComparison.Ordinal);
        if (!mayEdit) return;
        Assert.Equal($"/support/{login}/support-contact-choices", page.Document.QuerySelector("#SupportContacts")!.GetAttribute("data-choices"));
        Assert.Equal($"/support/{login}{Inside}", (await browser.SubmitAsync(page, Save, ("ContactsTyped", "new@customer.example"))).Path);
        Assert.Equal(["kept@customer.example", "new@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Fact, Trait("Behaviour", "SC-6")]
    public async Task The_second_of_two_savers_sees_both_versions_and_keeps_theirs_by_choice()
    {
        var (circle, browser, page) = await PartnerAsync();
        await circle.Member.PutAsync(circle.Path, new { contacts = new[] { new { email = "theirs@customer.example" } } }, await circle.TagAsync());

        var conflict = await browser.SubmitAsync(page, Save, ("ContactsTyped", "mine@customer.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, conflict.Status);
        var versions = conflict.Document.QuerySelectorAll("#both-versions .versions > div");
        Assert.Contains("theirs@customer.example", versions[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(circle.Owner.Name, versions[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("first@customer.example", versions[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("mine@customer.example", versions[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["theirs@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
        Assert.Equal("unsaved", conflict.Document.QuerySelector("#contacts-form")!.GetAttribute("data-guard"));

        Assert.Equal("contacts-form", versions[1].QuerySelector("button")!.GetAttribute("form"));
        await browser.SubmitAsync(conflict, "#contacts-form");
        Assert.Equal(["first@customer.example", "mine@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Fact, Trait("Behaviour", "SC-6")]
    public async Task Whoever_takes_the_other_version_sees_it_in_the_form_and_a_third_saver_is_told_again()
    {
        var (circle, browser, page) = await PartnerAsync();
        await circle.SaveAsync(new { email = "theirs@customer.example" });
        var conflict = await browser.SubmitAsync(page, Save, ("ContactsTyped", "mine@customer.example"));
        await circle.SaveAsync(new { email = "third@customer.example" });
        var again = await browser.SubmitAsync(conflict, "#contacts-form");
        Assert.Contains("third@customer.example", again.Document.QuerySelector("#both-versions")!.TextContent, StringComparison.Ordinal);
        var taken = await browser.SubmitAsync(again, "#both-versions form");
        Assert.Equal(HttpStatusCode.OK, taken.Status);
        Assert.Equal(["third@customer.example"], Chosen(taken));
        Assert.Null(taken.Document.QuerySelector("#both-versions"));
    }

    [Fact, Trait("Behaviour", "SC-6")]
    public async Task A_step_in_between_keeps_the_version_that_was_seen()
    {
        var (circle, browser, page) = await PartnerAsync();
        await circle.SaveAsync(new { email = "theirs@customer.example" });
        page = await browser.SubmitAsync(page, Search, ("ContactsTyped", "mine@customer.example"));
        page = await browser.SubmitAsync(page, Save);
        Assert.NotNull(page.Document.QuerySelector("#both-versions"));
        Assert.Equal(["theirs@customer.example"], Circle.Read(await circle.Partner.GetAsync(circle.Path)));
    }

    [Theory, Trait("Behaviour", "TN-2")]
    [InlineData("member", HttpStatusCode.Forbidden)]
    [InlineData("owner", HttpStatusCode.Forbidden)]
    [InlineData("another tenant's supporter", HttpStatusCode.NotFound)]
    public async Task The_partners_page_is_the_partners(string who, HttpStatusCode expected)
    {
        var circle = await Circle.CreateAsync();
        var stranger = await Circle.CreateAsync();
        var (tenant, email) = who switch
        {
            "member" => (circle.Tenant, (await circle.Tenant.AddMemberAsync(circle.Organization)).Email),
            "owner" => (circle.Tenant, circle.Owner.Email),
            _ => (stranger.Tenant, stranger.Supporter.Email),
        };
        var browser = tenant.Browse();
        await browser.SignInAsync(email);
        Assert.Equal(expected, (await browser.GetAsync($"/accounts/{circle.Organization}/support-contacts")).Status);
    }

    private static async Task<(Circle Circle, Browser Browser, Page Page)> PartnerAsync()
    {
        var circle = await Circle.CreateAsync();
        await circle.SaveAsync(new { email = "first@customer.example" });
        var browser = circle.Tenant.Browse();
        await browser.SignInAsync(circle.Supporter.Email);
        return (circle, browser, await browser.GetAsync($"/accounts/{circle.Organization}/support-contacts"));
    }

    private static async Task<(Browser Browser, Page Page)> MemberAsync(Circle circle)
    {
        var browser = circle.Tenant.Browse();
        await browser.SignInAsync(circle.Owner.Email);
        return (browser, await browser.GetAsync(Inside));
    }

    private static IReadOnlyList<string> Chosen(Page page) => [.. page.Document.QuerySelectorAll(".contacts-chosen .contact-name").Select(name => name.TextContent)];

    private static IReadOnlyList<string> Found(Page page) => [.. page.Document.QuerySelectorAll(".contacts-found > li > span .contact-name").Select(name => name.TextContent)];

    private static string Typed(Page page) => page.Document.QuerySelector("#ContactsTyped")!.GetAttribute("value") ?? "";

    private static string? Error(Page page) => page.Document.QuerySelector("#contacts-error:not([hidden])")?.TextContent.Trim();
}
