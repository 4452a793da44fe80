using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Members;

/// <summary>Who sees an organization's members (OR-7).</summary>
public sealed class ListMembersTests
{
    [Fact, Trait("Behaviour", "OR-7")]
    public async Task The_list_shows_everybody_of_the_own_organization_and_nobody_else()
    {
        var team = await Team.CreateAsync();
        await Team.CreateAsync(team.Tenant);
        var invited = await team.Tenant.AddMemberAsync(team.Id, status: "invited");

        var answer = await (await team.SignInAsync(team.Admin)).GetAsync(team.Path);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var items = answer.Body["items"]!.AsArray();
        Assert.Equal(
            new[] { team.Owner, team.Admin, team.Member, invited }.Select(account => account.Id).Order(),
            items.Select(item => item!["id"]!.GetValue<Guid>()).Order());
        var owner = items.Single(item => item!["role"]!.GetValue<string>() == "owner")!;
        Assert.Equal((team.Owner.Name, team.Owner.Email, "active"), (owner["name"]!.GetValue<string>(), owner["email"]!.GetValue<string>(), owner["status"]!.GetValue<string>()));
        Assert.Null(owner["lockedUntil"]);
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task The_list_comes_in_pages()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Owner);
        var first = (await api.GetAsync(team.Path + "?limit=2")).Body;
        var second = (await api.GetAsync($"{team.Path}?limit=2&cursor={first["nextCursor"]!.GetValue<string>()}")).Body;
        Assert.Null(second["nextCursor"]);
        Assert.Equal(3, first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(item => item!["id"]!.GetValue<Guid>()).Distinct().Count());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await api.GetAsync(team.Path + "?limit=201")).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_organizations_list_is_not_found_whoevers_it_is()
    {
        var team = await Team.CreateAsync();
        var (sibling, stranger) = (await Team.CreateAsync(team.Tenant), await Team.CreateAsync());
        var api = await team.SignInAsync(team.Owner);
        foreach (var other in new[] { sibling.Path, stranger.Path })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync(other)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync(other, new { name = "Nina", email = "nina@example.com" })).Status);
        }
    }

    [Fact, Trait("Behaviour", "RA-11")]
    public async Task A_partner_user_sees_members_from_inside_only_and_looks_only_where_told()
    {
        var team = await Team.CreateAsync();
        var supporter = await team.Tenant.AddPartnerUserAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await team.SignInAsync(supporter)).GetAsync(team.Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await team.SignInAsync(team.Member)).GetAsync(team.Path)).Status);

        var looking = await team.Tenant.EnterAsync(supporter, team.Id, "look_only");
        Assert.Equal(3, (await looking.GetAsync(team.Path)).Body["items"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.Forbidden, (await looking.PatchAsync($"/members/{team.Member.Id}", new { role = "admin" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Team.InviteAsync(looking, team, "nina@example.com")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await looking.GetAsync((await Team.CreateAsync(team.Tenant)).Path)).Status);
    }

    [Fact, Trait("Behaviour", "AC-5")]
    public async Task Who_is_locked_out_is_seen_there_and_let_in_there()
    {
        var team = await Team.CreateAsync();
        for (var i = 0; i < 5; i++) await team.Tenant.Call().TrySignInAsync(team.Member.Email, "not the password");

        var browser = team.Tenant.Browse();
        await browser.SignInAsync(team.Admin.Email);
        var page = await browser.GetAsync("/manage/members");
        Assert.Contains("Locked", page.Document.QuerySelector($"#member-{team.Member.Id:N}")!.TextContent, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "form[action*=Unlock] button");

        Assert.DoesNotContain("Locked", page.Document.QuerySelector($"#member-{team.Member.Id:N}")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await team.Tenant.Call().TrySignInAsync(team.Member.Email, TestTenant.Password)).Status);
    }
}
