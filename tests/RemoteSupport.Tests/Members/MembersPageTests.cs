using System.Net;
using AngleSharp.Dom;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Members;

/// <summary>The same by page, as a person without scripts sees it.</summary>
public sealed class MembersPageTests
{
    private const string Here = "/manage/members";

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task A_person_is_invited_by_a_form_that_keeps_what_was_typed_when_something_is_wrong()
    {
        var team = await Team.CreateAsync();
        var browser = await SignInAsync(team, team.Admin);
        var page = await browser.SubmitAsync(await browser.GetAsync(Here), "[name='Form.Email']", ("Form.Name", "Nina Nuova"), ("Form.Email", "nina at example"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "The e-mail address is not valid."), (page.Status, page.ErrorAt("Form.Email")));
        Assert.Equal("Nina Nuova", page.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value"));
        Assert.NotNull(Row(page, team.Member));

        page = await browser.SubmitAsync(page, "[name='Form.Email']", ("Form.Email", "nina@example.com"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("The invitation to nina@example.com is on its way.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Invited", page.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Nina Nuova", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        Assert.Equal("", page.Document.QuerySelector("[name='Form.Name']")!.GetAttribute("value") ?? "");
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task A_role_is_chosen_in_the_row_and_saved()
    {
        var team = await Team.CreateAsync();
        var browser = await SignInAsync(team, team.Owner);
        var page = await browser.SubmitAsync(await browser.GetAsync(Here), $"#member-{team.Member.Id:N} form[action*=ChangeRole] button", ("role", "admin"));
        Assert.Contains($"{team.Member.Name} has this role now: Admin", page.Text, StringComparison.Ordinal);
        Assert.Equal("admin", Row(page, team.Member).QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task Deactivating_says_first_what_will_happen_to_whom_and_can_be_taken_back()
    {
        var team = await Team.CreateAsync();
        var browser = await SignInAsync(team, team.Admin);
        var page = await browser.GetAsync(Here);
        Assert.Contains($"{team.Member.Name} is signed out on every device at once", Row(page, team.Member).QuerySelector("form[action*=Deactivate]")!.TextContent, StringComparison.Ordinal);

        page = await browser.SubmitAsync(page, $"#member-{team.Member.Id:N} form[action*=Deactivate] button");
        Assert.Contains("Deactivated", Row(page, team.Member).TextContent, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, $"#member-{team.Member.Id:N} form[action*=Reactivate] button");
        Assert.Contains("Active", Row(page, team.Member).TextContent, StringComparison.Ordinal);
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task The_owners_row_has_no_button_and_a_forged_form_changes_nothing()
    {
        var team = await Team.CreateAsync();
        var browser = await SignInAsync(team, team.Admin);
        var page = await browser.GetAsync(Here);
        Assert.Empty(Row(page, team.Owner).QuerySelectorAll("form"));

        page = await browser.SubmitAsync(page, $"#member-{team.Member.Id:N} form[action*=Deactivate] button", ("id", team.Owner.Id.ToString()));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(new State("owner", "active"), await team.StateAsync(team.Owner.Id));
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task An_admin_who_steps_down_is_led_home()
    {
        var team = await Team.CreateAsync();
        var browser = await SignInAsync(team, team.Admin);
        var page = await browser.SubmitAsync(await browser.GetAsync(Here), $"#member-{team.Admin.Id:N} form[action*=ChangeRole] button");
        Assert.Equal((HttpStatusCode.OK, "/"), (page.Status, page.Path));
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(Here)).Status);
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task Members_and_partner_users_do_not_see_the_page()
    {
        var team = await Team.CreateAsync();
        foreach (var person in new[] { team.Member, await team.Tenant.AddPartnerUserAsync("admin") })
        {
            var page = await (await SignInAsync(team, person)).GetAsync(Here);
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.DoesNotContain(team.Owner.Email, page.Html, StringComparison.Ordinal);
        }
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task A_long_list_has_a_next_page()
    {
        var team = await Team.CreateAsync();
        for (var i = 0; i < 50; i++) await team.Tenant.AddMemberAsync(team.Id, status: "invited");
        var browser = await SignInAsync(team, team.Owner);
        var page = await browser.GetAsync(Here);
        Assert.Equal(50, page.Document.QuerySelectorAll("tbody tr").Length);
        page = await browser.GetAsync(page.Document.QuerySelector(".pages a")!.GetAttribute("href")!);
        Assert.Equal(3, page.Document.QuerySelectorAll("tbody tr").Length);
    }

    [Fact, Trait("Behaviour", "RA-11")]
    public async Task A_supporter_inside_does_the_same_under_the_logins_own_address()
    {
        var team = await Team.CreateAsync();
        var supporter = await team.Tenant.AddPartnerUserAsync();
        var (token, login) = await team.Tenant.ActAsync(supporter, team.Id, "super_admin");
        var browser = team.Tenant.Browse();
        browser.Cookies[$"__Host-support-{login:N}"] = token;

        var page = await browser.GetAsync($"/support/{login}{Here}");
        Assert.All(page.Document.QuerySelectorAll("main form, main a").Select(part => part.GetAttribute("action") ?? part.GetAttribute("href")!), address => Assert.StartsWith($"/support/{login}/", address, StringComparison.Ordinal));
        page = await browser.SubmitAsync(page, $"#member-{team.Member.Id:N} form[action*=ChangeRole] button", ("role", "admin"));
        Assert.Equal((HttpStatusCode.OK, $"/support/{login}{Here}"), (page.Status, page.Path));
        Assert.Equal(new State("admin", "active"), await team.StateAsync(team.Member.Id));
    }

    private static IElement Row(Page page, TestAccount member) => page.Document.QuerySelector($"#member-{member.Id:N}")!;

    private static async Task<Browser> SignInAsync(Team team, TestAccount person)
    {
        var browser = team.Tenant.Browse();
        await browser.SignInAsync(person.Email);
        return browser;
    }
}
