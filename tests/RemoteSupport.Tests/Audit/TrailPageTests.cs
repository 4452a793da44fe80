using System.Net;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Members;

namespace RemoteSupport.Tests.Audit;

/// <summary>The trail as people see it.</summary>
[Trait("Behaviour", "AU-2")]
public sealed class TrailPageTests
{
    private const string Here = "/manage/audit-trail";

    [Fact]
    public async Task The_filter_is_a_form_that_keeps_what_was_chosen()
    {
        var team = await Team.CreateAsync();
        await (await team.SignInAsync(team.Admin)).PatchAsync($"/members/{team.Member.Id}", new { role = "admin" });
        var browser = await SignInAsync(team, team.Owner);

        var page = await browser.GetAsync(Here);
        Assert.Contains(team.Admin.Name, page.Document.QuerySelector("#person")!.TextContent, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "#action", ("action", "ChangeMemberRole"), ("person", team.Admin.Id.ToString()), ("from", "2026-03-10"), ("to", "2026-03-10"));
        var row = Assert.Single(page.Document.QuerySelectorAll("#audit-events tbody tr"));
        Assert.Contains("Member → Admin", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("10 Mar 2026, 10:00 (Europe/Rome)", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("ChangeMemberRole", page.Document.QuerySelector("#action option[selected]")!.GetAttribute("value"));
        Assert.Equal("2026-03-10", page.Document.QuerySelector("#from")!.GetAttribute("value"));
        Assert.Contains("action=ChangeMemberRole", page.Document.QuerySelector(".page-head a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_is_the_readers_own()
    {
        var team = await Team.CreateAsync();
        team.Tenant.Now = new DateTimeOffset(2026, 3, 10, 23, 30, 0, TimeSpan.Zero);
        await (await team.SignInAsync(team.Admin)).PatchAsync($"/members/{team.Member.Id}", new { role = "admin" });
        var browser = await SignInAsync(team, team.Owner);
        Assert.Contains("Nothing fits the filter", (await browser.GetAsync(Here + "?action=ChangeMemberRole&to=2026-03-10")).Text, StringComparison.Ordinal);
        Assert.Contains("Role of a member changed", (await browser.GetAsync(Here + "?action=ChangeMemberRole&from=2026-03-11&to=2026-03-11")).Document.QuerySelector("#audit-events")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Older_entries_are_a_link_away_and_keep_the_filter()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Owner);
        for (var i = 0; i < 51; i++)
        {
            team.Tenant.Now += TimeSpan.FromSeconds(1);
            await api.PatchAsync($"/members/{team.Member.Id}", new { role = i % 2 == 0 ? "admin" : "member" });
        }

        var browser = await SignInAsync(team, team.Admin);
        var page = await browser.GetAsync(Here + "?action=ChangeMemberRole");
        Assert.Equal(50, page.Document.QuerySelectorAll("#audit-events tbody tr").Length);
        page = await browser.GetAsync(page.Document.QuerySelector(".pages a")!.GetAttribute("href")!);
        Assert.Single(page.Document.QuerySelectorAll("#audit-events tbody tr"));
        Assert.Equal(Here + "?action=ChangeMemberRole", page.Document.QuerySelector(".pages a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_export_button_brings_the_file()
    {
        var team = await Team.CreateAsync();
        var browser = await SignInAsync(team, team.Owner);
        var page = await browser.GetAsync(Here);
        using var file = await browser.SendOnceAsync(HttpMethod.Get, page.Document.QuerySelector(".page-head a")!.GetAttribute("href")!);
        Assert.Equal((HttpStatusCode.OK, "text/csv"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Signed in", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inside_a_remote_login_every_address_is_the_logins_own()
    {
        var team = await Team.CreateAsync();
        var (token, login) = await team.Tenant.ActAsync(await team.Tenant.AddPartnerUserAsync(), team.Id, "super_admin");
        var browser = team.Tenant.Browse();
        browser.Cookies[$"__Host-support-{login:N}"] = token;
        var page = await browser.GetAsync($"/support/{login}{Here}?action=SignIn");
        Assert.All(page.Document.QuerySelectorAll("main form, main a").Select(part => part.GetAttribute("action") ?? part.GetAttribute("href")!), address => Assert.StartsWith($"/support/{login}/", address, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page.Document.QuerySelector(".page-head a")!.GetAttribute("href")!)).Status);
    }

    [Fact]
    public async Task Who_may_not_see_it_is_told_so()
    {
        var team = await Team.CreateAsync();
        foreach (var person in new[] { team.Member, await team.Tenant.AddPartnerUserAsync() })
            Assert.Equal(HttpStatusCode.Forbidden, (await (await SignInAsync(team, person)).GetAsync(Here)).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await SignInAsync(team, await team.Tenant.AddPartnerUserAsync("admin"))).GetAsync(Here)).Status);
    }

    private static async Task<Browser> SignInAsync(Team team, TestAccount person)
    {
        var browser = team.Tenant.Browse();
        await browser.SignInAsync(person.Email);
        return browser;
    }
}
