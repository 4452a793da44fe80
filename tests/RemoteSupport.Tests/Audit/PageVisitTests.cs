using System.Net;
using RemoteSupport.Tests.Hosting;
using RemoteSupport.Tests.Members;

namespace RemoteSupport.Tests.Audit;

/// <summary>Reads of personal data in a remote login are recorded (RA-14).</summary>
[Trait("Behaviour", "RA-14")]
public sealed class PageVisitTests
{
    [Fact]
    public async Task Each_look_at_personal_data_leaves_an_entry_and_what_it_asks_of_others_none()
    {
        var team = await Team.CreateAsync();
        var supporter = await team.Tenant.AddPartnerUserAsync();
        var inside = await team.Tenant.EnterAsync(supporter, team.Id, "look_only");
        await inside.GetAsync(team.Path);
        await inside.GetAsync(team.Path);
        await inside.GetAsync("/audit-events");
        await inside.GetAsync("/me");

        Assert.Equal(["ListAuditEvents", "ListMembers", "ListMembers"], await VisitsAsync(team));
        var entry = (await team.TrailAsync("ListMembers"))[0];
        Assert.Equal((supporter.Id, "look_only", true, team.Id, "{}"), (entry.ActorId, entry.ActingAs, entry.IsRemote, entry.OrganizationId, entry.Changes));
    }

    [Fact]
    public async Task Members_and_admins_of_their_own_organization_leave_none()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Owner);
        await api.GetAsync(team.Path);
        await api.GetAsync("/audit-events");
        Assert.Empty(await team.TrailAsync("ListMembers"));
        Assert.Empty(await team.TrailAsync("ListAuditEvents"));
    }

    [Fact]
    public async Task What_was_refused_was_not_seen_and_leaves_none()
    {
        var team = await Team.CreateAsync();
        var inside = await team.Tenant.EnterAsync(await team.Tenant.AddPartnerUserAsync(), team.Id, "super_admin");
        Assert.Equal(HttpStatusCode.NotFound, (await inside.GetAsync((await Team.CreateAsync(team.Tenant)).Path)).Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await inside.GetAsync(team.Path + "?limit=0")).Status);
        Assert.Empty(await VisitsAsync(team));
    }

    [Fact]
    public async Task A_page_of_the_remote_view_is_recorded_like_the_API()
    {
        var team = await Team.CreateAsync();
        var (token, login) = await team.Tenant.ActAsync(await team.Tenant.AddPartnerUserAsync(), team.Id, "super_admin");
        var browser = team.Tenant.Browse();
        browser.Cookies[$"__Host-support-{login:N}"] = token;
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/support/{login}/manage/members")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/support/{login}/manage/audit-trail")).Status);
        Assert.Equal(["ListAuditEvents", "ListMembers"], await VisitsAsync(team));
    }

    [Fact]
    public async Task Open_pages_hear_of_visits_but_not_of_looking_at_the_trail_which_would_renew_itself_for_ever()
    {
        var team = await Team.CreateAsync();
        var inside = await team.Tenant.EnterAsync(await team.Tenant.AddPartnerUserAsync(), team.Id, "look_only");
        await inside.GetAsync("/audit-events");
        Assert.Equal(0, await NewsAsync(team));
        await inside.GetAsync(team.Path);
        Assert.Equal(1, await NewsAsync(team));
    }

    [Fact]
    public async Task What_cannot_be_recorded_is_not_shown()
    {
        var database = await TestDatabase.CreateAsync("visits");
        await using var node = await TestNode.StartAsync(database);
        var team = await Team.CreateAsync(await TestTenant.CreateAsync(node));
        var inside = await team.Tenant.EnterAsync(await team.Tenant.AddPartnerUserAsync(), team.Id, "look_only");
        await team.Tenant.RunAsync("revoke insert on audit_events from app");

        var answer = await inside.GetAsync(team.Path);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.DoesNotContain(team.Owner.Email, answer.Body.ToJsonString(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> VisitsAsync(Team team) =>
        await team.Tenant.ListAsync<string>("select action from audit_events where remote_login_id is not null order by action");

    private static Task<long> NewsAsync(Team team) =>
        team.Tenant.SingleAsync<long>("select count(*) from live_events where topic = @topic and what = 'audit'", new { topic = $"organization/{team.Id:N}" });
}
