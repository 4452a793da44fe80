using System.Net;
using RemoteSupport.Tests.Hosting;

namespace RemoteSupport.Tests.PartnerUsers;

/// <summary>Roles, deactivation and the way back; an active admin is always left (TN-5).</summary>
public sealed class ChangePartnerUserTests
{
    [Fact, Trait("Behaviour", "TN-5")]
    public async Task A_role_changes_at_once_and_the_trail_says_from_what_to_what()
    {
        var crew = await Crew.CreateAsync();
        var (api, promoted) = (await crew.SignInAsync(crew.Admin), await crew.SignInAsync(crew.Supporter));
        Assert.Equal(HttpStatusCode.Forbidden, (await promoted.GetAsync("/users")).Status);
        Assert.Equal("admin", (await api.PatchAsync($"/users/{crew.Supporter.Id}", new { role = "admin" })).Body["role"]!.GetValue<string>());

        Assert.Equal(HttpStatusCode.OK, (await promoted.GetAsync("/users")).Status);
        Assert.Equal("""{"role": {"after": "admin", "before": "supporter"}}""", Assert.Single(await crew.TrailAsync("ChangePartnerUserRole")));
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/users/{crew.Supporter.Id}", new { role = "admin" })).Status);
        Assert.Single(await crew.TrailAsync("ChangePartnerUserRole"));
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task The_last_active_admin_stays_one()
    {
        var crew = await Crew.CreateAsync();
        var api = await crew.SignInAsync(crew.Admin);
        await crew.Tenant.AddPartnerUserAsync("admin", "invited");
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/users/{crew.Second.Id}", new { status = "deactivated" })).Status);

        var answer = await api.PatchAsync($"/users/{crew.Admin.Id}", new { role = "supporter" });
        Assert.Equal((HttpStatusCode.Conflict, "admin_required"), (answer.Status, answer.Code));
        Assert.Equal(HttpStatusCode.Forbidden, (await api.PatchAsync($"/users/{crew.Admin.Id}", new { status = "deactivated" })).Status);
        Assert.Equal("admin active", await crew.StateAsync(crew.Admin.Id));

        // Whoever comes back at the same moment can take over.
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/users/{crew.Second.Id}", new { role = "admin", status = "active" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/users/{crew.Admin.Id}", new { role = "supporter" })).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync("/users")).Status);
    }

    [Theory, Trait("Behaviour", "TN-5")]
    [InlineData("themselves", "role")]
    [InlineData("each other", "role")]
    [InlineData("each other", "status")]
    public async Task Of_two_admins_who_take_each_other_or_themselves_away_at_once_one_is_left(string whom, string what)
    {
        for (var i = 0; i < 5; i++)
        {
            var crew = await Crew.CreateAsync();
            var (one, two) = (await crew.SignInAsync(crew.Admin), await crew.SignInAsync(crew.Second));
            var (first, second) = whom == "themselves" ? (crew.Admin, crew.Second) : (crew.Second, crew.Admin);
            object change = what == "role" ? new { role = "supporter" } : new { status = "deactivated" };
            var answers = await Task.WhenAll(one.PatchAsync($"/users/{first.Id}", change), two.PatchAsync($"/users/{second.Id}", change));

            Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
            Assert.DoesNotContain(answers, answer => answer.Status >= HttpStatusCode.InternalServerError);
            Assert.Equal(1, await crew.Tenant.SingleAsync<int>("select count(*)::int from accounts where kind = 'partner' and role = 'admin' and status = 'active'"));
        }
    }

    [Fact, Trait("Behaviour", "AC-9")]
    public async Task A_deactivated_partner_user_is_out_on_every_device_and_inside_every_customer()
    {
        var crew = await Crew.CreateAsync();
        var (api, device) = (await crew.SignInAsync(crew.Admin), await crew.SignInAsync(crew.Supporter));
        var (inside, login) = await crew.Tenant.EnterAsync(crew.Supporter, await crew.Tenant.AddOrganizationAsync("service_provider"));
        Assert.Equal(HttpStatusCode.OK, (await api.PatchAsync($"/users/{crew.Supporter.Id}", new { status = "deactivated" })).Status);

        Assert.Equal(HttpStatusCode.Unauthorized, (await device.GetAsync("/me")).Status);
        var refused = await inside.GetAsync("/me");
        Assert.Equal((HttpStatusCode.Unauthorized, "remote_login_ended", "deactivated"), (refused.Status, refused.Code, refused.Body["reason"]!.GetValue<string>()));
        Assert.Equal(["deactivated"], await crew.Tenant.ListAsync<string>("select distinct end_reason from sessions where account_id = @Id", new { crew.Supporter.Id }));
        Assert.Equal("deactivated", await crew.Tenant.SingleAsync<string>("select end_reason from remote_logins where id = @login", new { login }));
        Assert.Equal(HttpStatusCode.Unauthorized, (await crew.Tenant.Call().TrySignInAsync(crew.Supporter.Email, TestTenant.Password)).Status);

        Assert.Equal("active", (await api.PatchAsync($"/users/{crew.Supporter.Id}", new { status = "active" })).Body["status"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await crew.Tenant.Call().TrySignInAsync(crew.Supporter.Email, TestTenant.Password)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await device.GetAsync("/me")).Status);
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task What_a_deactivated_partner_user_asked_for_is_withdrawn_and_somebody_else_can_ask()
    {
        var crew = await Crew.CreateAsync();
        var organization = await crew.Tenant.AddOrganizationAsync();
        await crew.Tenant.AddMemberAsync(organization, "owner");
        var granted = await crew.Tenant.AddGrantAsync(await crew.Tenant.AddOrganizationAsync(), crew.Supporter);
        var path = $"/organizations/{organization}/access-requests";
        var asked = (await (await crew.SignInAsync(crew.Supporter)).PostAsync(path, new { duration = "PT1H" })).Body["id"]!.GetValue<Guid>();

        var api = await crew.SignInAsync(crew.Admin);
        await api.PatchAsync($"/users/{crew.Supporter.Id}", new { status = "deactivated" });
        var request = (await api.GetAsync($"/access-requests/{asked}")).Body;
        Assert.Equal(("cancelled", crew.Admin.Id), (request["state"]!.GetValue<string>(), request["endedBy"]!["id"]!.GetValue<Guid>()));
        Assert.Equal(HttpStatusCode.Created, (await api.PostAsync(path, new { duration = "PT1H" })).Status);
        Assert.Equal("approved", await crew.Tenant.SingleAsync<string>("select state from access_requests where id = @granted", new { granted }));
    }

    [Fact, Trait("Behaviour", "RA-7")]
    public async Task An_approval_and_a_deactivation_at_once_never_leave_a_request_open()
    {
        for (var i = 0; i < 5; i++)
        {
            var crew = await Crew.CreateAsync();
            var organization = await crew.Tenant.AddOrganizationAsync();
            var owner = await crew.SignInAsync(await crew.Tenant.AddMemberAsync(organization, "owner"));
            var supporter = await crew.SignInAsync(crew.Supporter);
            var asked = (await supporter.PostAsync($"/organizations/{organization}/access-requests", new { duration = "PT1H" })).Body["id"]!.GetValue<Guid>();
            var api = await crew.SignInAsync(crew.Admin);
            var answers = await Task.WhenAll(
                owner.PostAsync($"/access-requests/{asked}/approve", new { }), supporter.PostAsync($"/access-requests/{asked}/cancel"),
                api.PatchAsync($"/users/{crew.Supporter.Id}", new { status = "deactivated" }));
            Assert.Equal(HttpStatusCode.OK, answers[2].Status);
            Assert.DoesNotContain(answers, answer => answer.Status >= HttpStatusCode.InternalServerError);
            Assert.Contains(await crew.Tenant.SingleAsync<string>("select state from access_requests"), (string[])["approved", "cancelled"]);
        }
    }

    [Fact, Trait("Behaviour", "TN-5")]
    public async Task The_link_of_a_deactivated_invitation_is_dead_and_reactivating_sends_a_new_one()
    {
        var crew = await Crew.CreateAsync();
        var api = await crew.SignInAsync(crew.Admin);
        var id = (await Crew.InviteAsync(api, "nina@example.com")).Body["id"]!.GetValue<Guid>();
        await api.PatchAsync($"/users/{id}", new { status = "deactivated" });
        var first = Assert.Single(await crew.Tenant.MessagesToAsync("nina@example.com")).Paths[0];
        Assert.Equal(HttpStatusCode.Gone, (await crew.Tenant.Browse().GetAsync(first)).Status);

        crew.Tenant.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("invited", (await api.PatchAsync($"/users/{id}", new { status = "active" })).Body["status"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.OK, (await crew.Tenant.Browse().GetAsync((await crew.Tenant.MessagesToAsync("nina@example.com"))[^1].Paths[0])).Status);
    }

    [Fact, Trait("Behaviour", "TN-2")]
    public async Task A_customers_member_or_another_tenants_user_is_not_found()
    {
        var (crew, stranger) = (await Crew.CreateAsync(), await Crew.CreateAsync());
        var member = await crew.Tenant.AddMemberAsync(await crew.Tenant.AddOrganizationAsync());
        var api = await crew.SignInAsync(crew.Admin);
        foreach (var id in new[] { member.Id, stranger.Supporter.Id })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await api.GetAsync($"/users/{id}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await api.PatchAsync($"/users/{id}", new { status = "deactivated" })).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await api.PostAsync($"/users/{id}/invitation")).Status);
        }

        Assert.Equal("member active", await crew.StateAsync(member.Id));
        Assert.Equal("supporter active", await stranger.StateAsync(stranger.Supporter.Id));
    }
}
