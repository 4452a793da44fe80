using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.Members;

/// <summary>Roles, deactivation and the way back; never the owner (OR-7).</summary>
public sealed class ChangeMemberTests
{
    [Fact, Trait("Behaviour", "OR-7")]
    public async Task A_role_changes_at_once_and_the_trail_says_from_what_to_what()
    {
        var team = await Team.CreateAsync();
        var (api, promoted) = (await team.SignInAsync(team.Admin), await team.SignInAsync(team.Member));
        var answer = await api.PatchAsync($"/members/{team.Member.Id}", new { role = "admin" });

        Assert.Equal((HttpStatusCode.OK, "admin"), (answer.Status, answer.Body["role"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, (await promoted.GetAsync(team.Path)).Status);
        Assert.Equal("""{"role": {"after": "admin", "before": "member"}}""", Assert.Single(await team.TrailAsync("ChangeMemberRole")).Changes);
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/members/{team.Member.Id}", new { role = "admin" })).Status);
        Assert.Single(await team.TrailAsync("ChangeMemberRole"));
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task The_owner_is_untouchable_also_for_themselves()
    {
        var team = await Team.CreateAsync();
        foreach (var person in new[] { team.Admin, team.Owner })
        {
            var api = await team.SignInAsync(person);
            foreach (var body in new object[] { new { role = "member" }, new { status = "deactivated" }, new { role = "admin", status = "active" } })
            {
                var answer = await api.PatchAsync($"/members/{team.Owner.Id}", body);
                Assert.Equal((HttpStatusCode.Forbidden, "forbidden"), (answer.Status, answer.Code));
            }
        }

        Assert.Equal(new State("owner", "active"), await team.StateAsync(team.Owner.Id));
    }

    [Theory, Trait("Behaviour", "OR-7")]
    [InlineData("{\"role\":\"owner\"}")]
    [InlineData("{\"status\":\"invited\"}")]
    [InlineData("{\"role\":\"admin\",\"status\":\"gone\"}")]
    public async Task Nobody_becomes_owner_here_nor_anything_else_unheard_of(string body)
    {
        var team = await Team.CreateAsync();
        var answer = await (await team.SignInAsync(team.Owner)).SendRawAsync(HttpMethod.Patch, $"/members/{team.Member.Id}", body);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "validation_failed"), (answer.Status, answer.Code));
        Assert.Equal(new State("member", "active"), await team.StateAsync(team.Member.Id));
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task Another_organizations_member_is_not_found()
    {
        var team = await Team.CreateAsync();
        var (sibling, stranger) = (await Team.CreateAsync(team.Tenant), await Team.CreateAsync());
        var api = await team.SignInAsync(team.Owner);
        foreach (var other in new[] { sibling, stranger })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await api.PatchAsync($"/members/{other.Member.Id}", new { status = "deactivated" })).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync($"/members/{other.Member.Id}/invitation")).Status);
            Assert.Equal(new State("member", "active"), await other.StateAsync(other.Member.Id));
        }

        Assert.Equal(HttpStatusCode.NotFound, (await api.PatchAsync($"/members/{(await team.Tenant.AddPartnerUserAsync()).Id}", new { status = "deactivated" })).Status);
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_deactivated_member_is_out_on_every_device_and_comes_back_with_the_same_password()
    {
        var team = await Team.CreateAsync();
        var (api, out1, out2) = (await team.SignInAsync(team.Admin), await team.SignInAsync(team.Member), await team.SignInAsync(team.Member));
        await api.PatchAsync($"/members/{team.Member.Id}", new { status = "deactivated" });

        foreach (var device in new[] { out1, out2 }) Assert.Equal(HttpStatusCode.Unauthorized, (await device.GetAsync("/me")).Status);
        Assert.Equal(["deactivated", "deactivated"], await team.Tenant.ListAsync<string>("select end_reason from sessions where account_id = @Id", new { team.Member.Id }));
        Assert.Equal(HttpStatusCode.Unauthorized, (await team.Tenant.Call().TrySignInAsync(team.Member.Email, TestTenant.Password)).Status);

        Assert.Equal("active", (await api.PatchAsync($"/members/{team.Member.Id}", new { status = "active" })).Body["status"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await team.Tenant.Call().TrySignInAsync(team.Member.Email, TestTenant.Password)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await out1.GetAsync("/me")).Status);
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task The_link_of_a_deactivated_invitation_is_dead_and_reactivating_sends_a_new_one()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Admin);
        var id = (await Team.InviteAsync(api, team, "nina@example.com")).Body["id"]!.GetValue<Guid>();
        await api.PatchAsync($"/members/{id}", new { status = "deactivated" });
        var first = Assert.Single(await team.Tenant.MessagesToAsync("nina@example.com")).Paths[0];
        Assert.Equal(HttpStatusCode.Gone, (await team.Tenant.Browse().GetAsync(first)).Status);

        team.Tenant.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("invited", (await api.PatchAsync($"/members/{id}", new { status = "active" })).Body["status"]!.GetValue<string>());
        var second = (await team.Tenant.MessagesToAsync("nina@example.com"))[^1].Paths[0];
        Assert.Equal(HttpStatusCode.Gone, (await team.Tenant.Browse().GetAsync(first)).Status);
        Assert.Equal(HttpStatusCode.OK, (await team.Tenant.Browse().GetAsync(second)).Status);
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task Of_two_who_deactivate_at_once_one_does_and_both_are_right()
    {
        var team = await Team.CreateAsync();
        var apis = new[] { await team.SignInAsync(team.Owner), await team.SignInAsync(team.Admin) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => apis[i % 2].PatchAsync($"/members/{team.Member.Id}", new { status = "deactivated" })));
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.OK, "deactivated"), (answer.Status, answer.Body["status"]!.GetValue<string>())));
        Assert.Single(await team.TrailAsync("DeactivateMember"));
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task Nobody_deactivates_themselves_but_an_admin_may_step_down()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Admin);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PatchAsync($"/members/{team.Admin.Id}", new { status = "deactivated" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/members/{team.Admin.Id}", new { role = "member" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync(team.Path)).Status);
    }

    [Fact, Trait("Behaviour", "OR-7")]
    public async Task Role_and_status_change_together_or_not_at_all()
    {
        var team = await Team.CreateAsync();
        var api = await team.SignInAsync(team.Admin);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PatchAsync($"/members/{team.Admin.Id}", new { role = "member", status = "deactivated" })).Status);
        Assert.Equal(new State("admin", "active"), await team.StateAsync(team.Admin.Id));

        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/members/{team.Member.Id}", new { role = "member", status = "deactivated" })).Status);
        team.Tenant.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/members/{team.Member.Id}", new { role = "admin", status = "deactivated" })).Status);
        Assert.Equal(new State("admin", "deactivated"), await team.StateAsync(team.Member.Id));
        Assert.Equal(
            ["""{"status": {"after": "deactivated", "before": "active"}}""", """{"role": {"after": "admin", "before": "member"}}"""],
            (await team.TrailAsync("ChangeMember")).Select(entry => entry.Changes));
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/members/{team.Member.Id}", new { })).Status);
    }

    [Theory, Trait("Behaviour", "RA-14")]
    [InlineData("owner")]
    [InlineData("super_admin")]
    public async Task In_a_remote_login_the_trail_says_as_whom(string role)
    {
        var team = await Team.CreateAsync();
        var supporter = await team.Tenant.AddPartnerUserAsync();
        var inside = await team.Tenant.EnterAsync(supporter, team.Id, role);
        Assert.Equal(HttpStatusCode.OK, (await inside.PatchAsync($"/members/{team.Member.Id}", new { role = "admin" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await inside.PatchAsync($"/members/{team.Owner.Id}", new { status = "deactivated" })).Status);
        Assert.Equal(HttpStatusCode.Created, (await Team.InviteAsync(inside, team, "nina@example.com")).Status);

        var entry = Assert.Single(await team.TrailAsync("ChangeMemberRole"));
        Assert.Equal((supporter.Id, role, true, team.Id), (entry.ActorId, entry.ActingAs, entry.IsRemote, entry.OrganizationId));
    }
}
